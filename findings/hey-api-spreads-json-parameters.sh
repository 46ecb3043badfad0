#!/usr/bin/env bash
# Hey API's generated client sends ?filter={"page":2}&page=1 as ?page=2&page=1: a parameter declared as JSON loses its name and its braces.
#
# Versions:  @hey-api/openapi-ts 0.99.0, oazapfts 7.5.0, swagger-client 3.37.3, esbuild 0.28.2, typescript 5.9.3 (npm).
# Behaviour: OpenAPI has two kinds of parameter, with `schema` (and a style) and with `content` (a media type). Hey API types the second
#            correctly, and then writes it in the default style of the first, which spreads an object into parameters of its own. A list
#            becomes filter=1&filter=2. oazapfts and swagger-client write JSON.
# Output:    page=2&page=1&list=1&list=2; the other two filter={"page":2} and list=[1,2], percent-encoded, and page=1
# Guess:     What the description declares as application/json is sent as JSON, as it is in a body.
set -euo pipefail
. "$(dirname "$0")/lib/start.sh"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact \
  @hey-api/openapi-ts@0.99.0 oazapfts@7.5.0 swagger-client@3.37.3 esbuild@0.28.2 typescript@5.9.3 2> log || { cat log >&2; exit 1; }
cat > api.json <<'JSON'
{
  "openapi": "3.0.3",
  "info": { "title": "Players", "version": "1" },
  "servers": [{ "url": "http://api.test" }],
  "paths": {
    "/players": {
      "get": {
        "operationId": "players",
        "parameters": [
          {
            "name": "filter",
            "in": "query",
            "content": { "application/json": { "schema": { "type": "object", "properties": { "page": { "type": "integer" } } } } }
          },
          { "name": "page", "in": "query", "schema": { "type": "integer" } },
          { "name": "list", "in": "query", "content": { "application/json": { "schema": { "type": "array", "items": { "type": "integer" } } } } }
        ],
        "responses": { "204": { "description": "none" } }
      }
    }
  }
}
JSON
npx openapi-ts --input api.json --output hey --plugins @hey-api/client-fetch @hey-api/sdk > log 2>&1 || { cat log >&2; exit 1; }
npx oazapfts api.json oazapfts.ts > log 2>&1 || { cat log >&2; exit 1; }
cat > outcome.ts <<'TS'
import { readFileSync } from "node:fs";
import SwaggerClient from "swagger-client";
import { players } from "./hey/sdk.gen.ts";
import * as oazapfts from "./oazapfts.ts";

globalThis.fetch = async (input) => {
  console.log(decodeURIComponent(String(input.url ?? input).split("?")[1]));
  return new Response(null, { status: 204 });
};
const query = { filter: { page: 2 }, page: 1, list: [1, 2] };
await players({ query });
await oazapfts.players(query);
const client = await SwaggerClient({ spec: JSON.parse(readFileSync("api.json", "utf8")) });
await client.execute({ operationId: "players", parameters: query, userFetch: globalThis.fetch });
TS
npx esbuild outcome.ts --bundle --format=esm --platform=node --packages=external --outfile=outcome.js --log-level=error
expect "queries of Hey API, oazapfts and swagger-client" \
  'page=2&page=1&list=1&list=2 filter={"page":2}&list=[1,2]&page=1 filter={"page":2}&page=1&list=[1,2]' "$(node outcome.js | paste -sd' ')"
