//! The server itself: where it listens, its two routes, and how it stops.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State, WebSocketUpgrade};
use axum::http::{HeaderMap, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::get;
use axum::serve::ListenerExt;
use ql_api::Role;
use tokio::net::TcpListener;
use tokio::sync::{Semaphore, mpsc, watch};
use tokio::task::JoinHandle;

use crate::connection;
use crate::door::Door;
use crate::files::{self, Files};
use crate::frames::{self, LONGEST_FRAME};
use crate::outbox::Outbox;
use crate::target::{Listening, Target};

/// Sockets open at the same time, those that have not said their token included.
const MOST_SOCKETS: usize = 64;
/// How long stopping waits for the calls under way.
const STOP_LIMIT: Duration = Duration::from_secs(5);

/// How to serve.
pub struct Options {
    /// The port on 127.0.0.1; 0 takes a free one.
    pub port: u16,
    /// What the clients of this server may do.
    pub role: Role,
    /// The interface's files.
    pub files: Arc<dyn Files>,
}

/// Why serving could not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The port is taken, or may not be used.
    #[error("cannot listen on 127.0.0.1:{port}")]
    Listen {
        /// The port that was asked for.
        port: u16,
        /// What the system said.
        #[source]
        source: io::Error,
    },
    /// The system gave no random bytes for the token.
    #[error("no random bytes for the token: {0}")]
    Token(getrandom::Error),
}

/// A server that runs until it is stopped or dropped.
pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    listening: Option<Listening>,
    drained: mpsc::Receiver<()>,
    accepting: JoinHandle<()>,
}

/// What all connections share.
pub(crate) struct Shared {
    pub(crate) target: Arc<dyn Target>,
    pub(crate) role: Role,
    pub(crate) door: Door,
    pub(crate) stopping: watch::Sender<bool>,
    files: Arc<dyn Files>,
    clients: Mutex<Vec<Weak<Outbox>>>,
    sockets: Arc<Semaphore>,
    alive: Mutex<Option<mpsc::Sender<()>>>,
}

/// Begins to serve `target` on this machine only. Must be called inside a tokio runtime.
pub async fn serve(target: Arc<dyn Target>, options: Options) -> Result<Server, ServeError> {
    let port = options.port;
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await;
    let bound = listener.and_then(|listener| listener.local_addr().map(|address| (listener, address)));
    let (listener, address) = bound.map_err(|source| ServeError::Listen { port, source })?;
    let (alive, drained) = mpsc::channel(1);
    let shared = Arc::new(Shared {
        target,
        role: options.role,
        door: Door::new(address.port()).map_err(ServeError::Token)?,
        stopping: watch::Sender::new(false),
        files: options.files,
        clients: Mutex::default(),
        sockets: Arc::new(Semaphore::new(MOST_SOCKETS)),
        alive: Mutex::new(Some(alive)),
    });
    let router = Router::new()
        .route("/socket", get(socket))
        .fallback(file)
        .layer(middleware::from_fn_with_state(shared.clone(), guard))
        .with_state(shared.clone());
    let mut stopping = shared.stopping.subscribe();
    let accepting = tokio::spawn(async move {
        let stop = async move {
            let _ = stopping.wait_for(|stop| *stop).await;
        };
        // Small answers leave at once: waiting to fill a packet would add 40 ms to every stroke.
        let listener = listener.tap_io(|stream| drop(stream.set_nodelay(true)));
        // Accepting ends by `stop` only; a connection's own failure is that connection's.
        let _ = axum::serve(listener, router).with_graceful_shutdown(stop).await;
    });
    let told = Arc::downgrade(&shared);
    let listening = shared.target.listen(Box::new(move |event| {
        if let Some(shared) = told.upgrade() {
            shared.tell(event);
        }
    }));
    Ok(Server { address, shared, listening: Some(listening), drained, accepting })
}

impl Server {
    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The secret that opens the socket, 64 hexadecimal digits, new at each start.
    pub fn token(&self) -> &str {
        self.shared.door.token()
    }

    /// What to open in a browser. The token is in the fragment, which browsers do not send.
    pub fn url(&self) -> String {
        format!("http://{}/#token={}", self.address, self.token())
    }

    /// Stops accepting, lets the calls already received end, and closes the sockets.
    pub async fn stop(mut self) {
        self.shared.stopping.send_replace(true);
        lock(&self.shared.alive).take();
        let _ = tokio::time::timeout(STOP_LIMIT, self.drained.recv()).await;
        self.listening.take();
        // A browser may keep an idle connection open; it has nothing to lose.
        self.accepting.abort();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.stopping.send_replace(true);
        self.accepting.abort();
    }
}

impl Shared {
    /// A mark held by every client's work; `None` once the server is stopping.
    pub(crate) fn alive(&self) -> Option<mpsc::Sender<()>> {
        lock(&self.alive).clone()
    }

    /// From now on this client is told of every event.
    pub(crate) fn join(&self, outbox: &Arc<Outbox>) {
        let mut clients = lock(&self.clients);
        clients.retain(|client| client.strong_count() > 0);
        clients.push(Arc::downgrade(outbox));
    }

    fn tell(&self, event: &str) {
        let frame = frames::event(event);
        for client in lock(&self.clients).iter().filter_map(Weak::upgrade) {
            client.tell(frame.clone());
        }
    }
}

/// Every answer, whatever it is, passes here: refused under a foreign name, else with the headers of the house.
async fn guard(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> Response<Body> {
    let Some(host) = shared.door.host(request.headers()).map(str::to_owned) else {
        return files::plain(StatusCode::MISDIRECTED_REQUEST);
    };
    let mut response = next.run(request).await;
    files::guard(response.headers_mut(), &host);
    response
}

async fn file(State(shared): State<Arc<Shared>>, request: Request) -> Response<Body> {
    files::answer(shared.files.as_ref(), request.method(), request.uri().path())
}

async fn socket(
    State(shared): State<Arc<Shared>>,
    headers: HeaderMap,
    upgrade: WebSocketUpgrade,
) -> Response<Body> {
    if !shared.door.host(&headers).is_some_and(|host| shared.door.same_origin(&headers, host)) {
        return files::plain(StatusCode::FORBIDDEN);
    }
    let Ok(place) = shared.sockets.clone().try_acquire_owned() else {
        return files::plain(StatusCode::SERVICE_UNAVAILABLE);
    };
    upgrade
        .max_message_size(LONGEST_FRAME)
        .max_frame_size(LONGEST_FRAME)
        .on_upgrade(move |socket| async move {
            connection::run(socket, shared).await;
            drop(place);
        })
        .into_response()
}

/// A panic elsewhere leaves these lists usable: each change to them is a single push, take or retain.
fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
