export async function testExample() {}
