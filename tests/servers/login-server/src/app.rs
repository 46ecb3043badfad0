//! The state that all handlers share, all routes, and their middleware.

use std::{
    error::Error,
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use axum::{
    Router,
    extract::{Request, State},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{Next, from_fn, map_response},
    response::Response,
    routing::post,
};
use tracing::info;
use uuid::Uuid;

use crate::{
    api,
    config::Config,
    error::ApiError,
    guard,
    mail::Delivery,
    pages,
    projects::{self, Project},
    world::World,
};

/// The running server: its settings, its projects and its mutable state.
pub struct App {
    pub(crate) config: Config,
    pub(crate) projects: Vec<Project>,
    pub(crate) delivery: Option<Delivery>,
    world: Mutex<World>,
}

impl App {
    /// Creates a server as it is at start.
    ///
    /// # Errors
    /// When `SMTP_URL` cannot be used.
    pub fn new(config: Config) -> Result<Arc<Self>, Box<dyn Error>> {
        let projects = projects::all(config.allowed_origins.site());
        Ok(Arc::new(Self {
            world: Mutex::new(World::at_start(config.requests_per_minute, &projects)),
            delivery: config.smtp_url.as_ref().map(Delivery::to).transpose()?,
            projects,
            config,
        }))
    }

    /// Finds a project, after its delay.
    pub(crate) async fn open_project(&self, id: Uuid) -> Result<&Project, ApiError> {
        let project = self.project(id).ok_or(ApiError::ProjectNotFound)?;
        tokio::time::sleep(project.delay).await;
        Ok(project)
    }

    pub(crate) fn project(&self, id: Uuid) -> Option<&Project> {
        self.projects.iter().find(|project| project.id == id)
    }

    /// Locks the mutable state. Never hold it across an `await`.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.world.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Without content: that has passwords and codes.
impl fmt::Debug for App {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

/// The whole server, for a listener or for a test in the same process.
pub fn router(app: &Arc<App>) -> Router {
    Router::new()
        .nest("/api", api::routes())
        .merge(pages::routes())
        .route("/test/reset", post(reset))
        .fallback(async || pages::not_found())
        .with_state(Arc::clone(app))
        .layer(map_response(with_headers))
        .layer(guard::cors(Arc::clone(app)))
        .layer(from_fn(guard::local_host_only))
        .layer(from_fn(log))
}

/// For tests: restores the state at start. CORS only keeps pages of other origins from reading the response.
async fn reset(State(app): State<Arc<App>>, headers: HeaderMap) -> StatusCode {
    // Programs other than browsers send none.
    if headers.get(header::ORIGIN).is_some_and(|origin| !guard::is_allowed(&app, origin)) {
        return StatusCode::FORBIDDEN;
    }
    *app.world() = World::at_start(app.config.requests_per_minute, &app.projects);
    StatusCode::NO_CONTENT
}

/// Adds the headers of every response. The HTML of a mail has a policy of its own.
async fn with_headers(mut response: Response) -> Response {
    for (name, value) in [
        (header::CACHE_CONTROL, "no-store"),
        (header::CONTENT_SECURITY_POLICY, pages::POLICY),
        // A link in a mail carries its code; the page it leads to need not pass it on.
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ] {
        response.headers_mut().entry(name).or_insert(HeaderValue::from_static(value));
    }
    response
}

/// Logs a line for each request, without query and body, which contain names and codes.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let path = request.uri().path().to_owned();
    let start = Instant::now();
    let response = next.run(request).await;
    info!("{method} {path} {} in {} ms", response.status().as_u16(), start.elapsed().as_millis());
    response
}
