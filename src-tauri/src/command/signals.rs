//! The ways in which a system asks a program to stop.

/// Returns at the first request to stop: Ctrl+C, a closed terminal, the end of the session.
#[cfg(unix)]
pub async fn asked_to_stop() {
    use tokio::signal::unix::{Signal, SignalKind, signal};
    let hear = |kind| signal(kind).ok();
    let (mut end, mut interrupt, mut hang_up) =
        (hear(SignalKind::terminate()), hear(SignalKind::interrupt()), hear(SignalKind::hangup()));
    async fn next(signal: &mut Option<Signal>) {
        match signal {
            Some(signal) => drop(signal.recv().await),
            // A signal that cannot be heard keeps its usual effect: the system stops the program itself.
            None => std::future::pending().await,
        }
    }
    tokio::select! {
        () = next(&mut end) => {}
        () = next(&mut interrupt) => {}
        () = next(&mut hang_up) => {}
    }
}

/// Returns at the first request to stop: Ctrl+C, a closed console, the end of the session.
#[cfg(windows)]
pub async fn asked_to_stop() {
    use tokio::signal::windows;
    let (Ok(mut interrupt), Ok(mut close), Ok(mut shutdown)) =
        (windows::ctrl_c(), windows::ctrl_close(), windows::ctrl_shutdown())
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = close.recv() => {}
        _ = shutdown.recv() => {}
    }
}
