//! The state that all handlers share.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use uuid::Uuid;

use crate::{config::Config, error::ApiError, mail::Delivery, project::Project, seeds, world::World};

/// The running server: its settings, its projects and its mutable state. Clones share one state.
#[derive(Debug, Clone)]
pub struct App(Arc<Shared>);

#[derive(Debug)]
struct Shared {
    config: Config,
    projects: Vec<Project>,
    world: Mutex<World>,
    delivery: Option<Delivery>,
}

impl App {
    /// Creates a server with the seeds.
    ///
    /// # Errors
    /// When `SMTP_URL` cannot be used.
    pub fn new(config: Config) -> Result<Self, Box<dyn std::error::Error>> {
        let projects = seeds::projects(config.allowed_origins.site());
        Ok(Self(Arc::new(Shared {
            world: Mutex::new(World::seeded(&config, &projects)),
            delivery: config.smtp_url.as_ref().map(Delivery::to).transpose()?,
            projects,
            config,
        })))
    }

    pub(crate) fn config(&self) -> &Config {
        &self.0.config
    }

    pub(crate) fn projects(&self) -> &[Project] {
        &self.0.projects
    }

    pub(crate) fn delivery(&self) -> Option<&Delivery> {
        self.0.delivery.as_ref()
    }

    /// Finds a project, after its delay.
    pub(crate) async fn open_project(&self, id: Uuid) -> Result<&Project, ApiError> {
        let project = self.project(id).ok_or(ApiError::ProjectNotFound)?;
        tokio::time::sleep(project.delay).await;
        Ok(project)
    }

    pub(crate) fn project(&self, id: Uuid) -> Option<&Project> {
        self.0.projects.iter().find(|project| project.id == id)
    }

    /// Locks the mutable state. Never hold it across an `await`.
    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.0.world.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Restores the state at start.
    pub(crate) fn reset(&self) {
        *self.world() = World::seeded(self.config(), self.projects());
    }
}
