//! A page in a real browser, driven by role and accessible name with a real pointer and a real keyboard.
//!
//! Chromium and the app's own window are both a `Page`. What cannot be found by its role and name cannot be
//! used here: that is also a test of what a screen reader is told.

mod hand;
mod memory;

use std::fmt::Display;
use std::time::{Duration, Instant};

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::Runtime;

use crate::driver::{self, Driver};
use crate::place;

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// How long the browser may take to answer one question.
const ANSWER: Duration = Duration::from_secs(30);

/// Paints the page again for a second, in a way nobody sees.
const REPAINT: &str = "
  const { style } = document.documentElement;
  let left = 40;
  const timer = setInterval(() => {
    left -= 1;
    style.opacity = left % 2 ? '0.999' : '';
    if (left <= 0) clearInterval(timer);
  }, 25);";

const FIND: &str = include_str!("find.js");

/// One browser with one page.
pub struct Page {
    // The order of the fields is the order in which they are dropped: session, then its driver.
    client: Option<Client>,
    runtime: Runtime,
    webkit: bool,
    driver: Driver,
}

/// Something on the page: where it is and what it says.
#[derive(Clone, Debug)]
pub struct Spot {
    /// Left edge, in CSS pixels of the viewport.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Its accessible name.
    pub name: String,
    /// The text one sees in it.
    pub text: String,
    /// The value of a field.
    pub value: Option<String>,
    /// Whether it is pressed, selected or checked; nothing when it can be none of these.
    pub pressed: Option<bool>,
    /// Whether it has the focus.
    pub focused: bool,
    /// Whether it refuses to be used.
    pub disabled: bool,
    /// Whether its middle is not covered by something else.
    pub reachable: bool,
}

impl Spot {
    fn read(value: &Value) -> Option<Self> {
        let number = |name: &str| value[name].as_f64();
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        Some(Self {
            x: number("x")?,
            y: number("y")?,
            width: number("width")?,
            height: number("height")?,
            name: text("name").unwrap_or_default(),
            text: text("text").unwrap_or_default(),
            value: text("value"),
            pressed: text("pressed").map(|text| text == "true"),
            focused: value["focused"] == true,
            disabled: value["disabled"] == true,
            reachable: value["reachable"] == true,
        })
    }

    /// A point inside, from 0 to 1 on both sides.
    pub fn at(&self, across: f64, down: f64) -> (f64, f64) {
        (self.x + self.width * across, self.y + self.height * down)
    }

    /// Its middle.
    pub fn middle(&self) -> (f64, f64) {
        self.at(0.5, 0.5)
    }
}

impl Page {
    /// Chromium without a window, 1366 × 768, in French.
    pub fn chromium() -> Self {
        Self::chromium_with(None)
    }

    /// The same, writing a trace of these categories for [`Page::trace`].
    pub fn chromium_traced(categories: &str) -> Self {
        Self::chromium_with(Some(categories))
    }

    fn chromium_with(trace: Option<&str>) -> Self {
        let mut words = vec![
            "--headless=new",
            "--window-size=1366,768",
            "--lang=fr",
            "--force-device-scale-factor=1",
            "--disable-dev-shm-usage",
        ];
        // Chromium's sandbox refuses to run as root, which is what a robot's container often is.
        if driver::is_root() {
            words.push("--no-sandbox");
        }
        let mut options = json!({"args": words});
        if let Some(program) = driver::chromium() {
            options["binary"] = json!(program);
        }
        let mut logs = json!({"browser": "ALL"});
        if let Some(categories) = trace {
            logs["performance"] = json!("ALL");
            options["perfLoggingPrefs"] =
                json!({"enableNetwork": false, "enablePage": false, "traceCategories": categories});
        }
        let wanted =
            json!({"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": logs});
        let mut page = Self::open(Driver::chromium(), &wanted);
        page.resize(1366, 768);
        page
    }

    /// A session on a driver with these capabilities.
    ///
    /// # Panics
    /// When the driver refuses.
    pub fn open(driver: Driver, capabilities: &Value) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(1)
            .enable_all()
            .build()
            .expect("a runtime");
        let wanted: Map<String, Value> = capabilities.as_object().cloned().unwrap_or_default();
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(wanted);
        // On a machine that is busy a driver that has said where it listens may not answer yet.
        let opening = async {
            tokio::time::timeout(ANSWER, async {
                for _ in 0..4 {
                    if let Ok(client) = builder.connect(&driver.address).await {
                        return Ok(client);
                    }
                    tokio::time::sleep(Duration::from_millis(500)).await;
                }
                builder.connect(&driver.address).await
            })
            .await
        };
        let client = match runtime.block_on(opening) {
            Ok(Ok(client)) => client,
            Ok(Err(error)) => panic!("the browser does not open: {error}"),
            Err(_) => panic!("the browser does not open: no answer in {} s", ANSWER.as_secs()),
        };
        // Only WebKitWebDriver is told no browser's name.
        let webkit = capabilities["browserName"].is_null();
        Self { client: Some(client), runtime, webkit, driver }
    }

    /// Asks the driver, and stops when it does not answer: a dialog of the system, or a page that hangs.
    fn ask<T, E: Display>(&self, what: &str, question: impl Future<Output = Result<T, E>>) -> T {
        let answer = self.runtime.block_on(async { tokio::time::timeout(ANSWER, question).await });
        match answer {
            Ok(Ok(value)) => value,
            Ok(Err(error)) => panic!("{what}: {error}"),
            Err(_) => panic!("{what}: the browser did not answer in {} s", ANSWER.as_secs()),
        }
    }

    fn client(&self) -> Client {
        self.client.clone().expect("the session is open until the page is dropped")
    }

    /// Makes the **viewport** this large, whatever the browser puts around it.
    pub fn resize(&mut self, width: u32, height: u32) {
        let client = self.client();
        for _ in 0..3 {
            let around = self.script(
                "return [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight]",
                &[],
            );
            let number =
                |at: usize| around[at].as_u64().and_then(|value| u32::try_from(value).ok()).unwrap_or(0);
            if (number(2), number(3)) == (width, height) {
                return;
            }
            let _ = self.runtime.block_on(client.set_window_size(width + number(0), height + number(1)));
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// Goes to an address.
    pub fn goto(&self, address: &str) {
        self.ask(address, self.client().goto(address));
    }

    /// Loads the page again.
    pub fn reload(&self) {
        self.ask("load again", self.client().refresh());
    }

    /// Runs a script; `arguments[0]`… are `arguments`. The functions of `find.js` are there.
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        let whole = format!("{FIND}\n{script}");
        self.ask(script, self.client().execute(&whole, arguments.to_vec()))
    }

    /// Runs a script that ends by calling its last argument.
    pub fn script_later(&self, script: &str, arguments: &[Value]) -> Value {
        self.ask("a script that ends later", self.client().execute_async(script, arguments.to_vec()))
    }

    /// All that have this role and name, without waiting. A name may end in `…` (beginning) or stand between
    /// tildes (a part of it); an empty one is any.
    pub fn all(&self, role: &str, name: &str) -> Vec<Spot> {
        let found =
            self.script("return all(arguments[0], arguments[1]).map(spot)", &[json!(role), json!(name)]);
        found.as_array().into_iter().flatten().filter_map(Spot::read).collect()
    }

    /// The first that has this role and name, as soon as there is one.
    ///
    /// # Panics
    /// With a list of what is there, when it does not come.
    pub fn find(&self, role: &str, name: &str) -> Spot {
        self.until(&format!("{role} \"{name}\""), || {
            let found = self.script(
                "const one = all(arguments[0], arguments[1])[0]; return one ? spot(one) : null",
                &[json!(role), json!(name)],
            );
            Spot::read(&found)
        })
    }

    /// Whether there is one now.
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.all(role, name).is_empty()
    }

    /// Waits until there is none.
    pub fn gone(&self, role: &str, name: &str) {
        self.until(&format!("no {role} \"{name}\""), || (!self.has(role, name)).then_some(()));
    }

    /// Waits until a script gives something true, and gives it back.
    pub fn wait(&self, what: &str, script: &str, arguments: &[Value]) -> Value {
        self.until(what, || {
            let value = self.script(script, arguments);
            let yes = !(value.is_null() || value == false || value == 0 || value == "");
            yes.then_some(value)
        })
    }

    /// Waits until the print dialog shows this page of a paper of so many, as a picture that is there.
    pub fn shows_paper(&self, what: &str, number: u32, pages: u32) {
        let shown = "const picture = document.querySelector('dialog:modal img[alt*=\"sur\"]');
             return picture !== null && picture.complete && picture.naturalWidth > 0
               && flat(picture.alt).startsWith(`Aperçu de la page ${arguments[0]} sur ${arguments[1]}`)";
        self.wait(what, shown, &[json!(number), json!(pages)]);
    }

    fn until<T>(&self, what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
        let begun = Instant::now();
        loop {
            if let Some(found) = ask() {
                return found;
            }
            if begun.elapsed() > PATIENCE {
                self.picture("failed");
                let there = self.script("return inventory()", &[]);
                panic!(
                    "waited {} s in vain: {what}. On the page:\n{}",
                    PATIENCE.as_secs(),
                    there.as_str().unwrap_or_default()
                );
            }
            std::thread::sleep(Duration::from_millis(30));
        }
    }

    /// Keeps a picture of the screen under `<target>/screens/`.
    pub fn picture(&self, name: &str) {
        if self.webkit && !self.repaint() {
            return;
        }
        let shot = async { tokio::time::timeout(ANSWER, self.client().screenshot()).await };
        if let Ok(Ok(bytes)) = self.runtime.block_on(shot) {
            let thread = std::thread::current();
            let journey = thread.name().unwrap_or("main").replace("::", "-");
            let file = if name == "failed" { format!("failed-{journey}") } else { name.to_owned() };
            std::fs::write(place::screen(&file), bytes).expect("the target folder can be written");
        }
    }

    /// WebKitGTK takes a picture when it next paints, and waits for ever on a page where nothing moves.
    fn repaint(&self) -> bool {
        let client = self.client();
        let script = client.execute(REPAINT, Vec::new());
        let answer = self.runtime.block_on(async { tokio::time::timeout(ANSWER, script).await });
        matches!(answer, Ok(Ok(_)))
    }

    /// The errors and warnings of the console since the last time (Chromium only): scripts that failed,
    /// things the content policy refused.
    pub fn complaints(&self) -> Vec<String> {
        let log = self.runtime.block_on(self.client().issue_cmd(Log("browser")));
        let entries = log.ok().and_then(|value| value.as_array().cloned()).unwrap_or_default();
        entries
            .iter()
            .filter(|entry| entry["level"] == "SEVERE" || entry["level"] == "WARNING")
            .map(|entry| entry["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }

    /// The entries of Chromium's performance log since the last time. They arrive late and in pieces: it asks
    /// until some came and then no more.
    pub fn trace(&self) -> Vec<Value> {
        let mut all: Vec<Value> = Vec::new();
        for _ in 0..20 {
            let log = self.ask("the trace", self.client().issue_cmd(Log("performance")));
            let entries = log.as_array().cloned().unwrap_or_default();
            if entries.is_empty() && !all.is_empty() {
                break;
            }
            all.extend(
                entries.iter().filter_map(|entry| serde_json::from_str(entry["message"].as_str()?).ok()),
            );
            std::thread::sleep(Duration::from_millis(250));
        }
        all
    }

    /// Ends the session, which closes the browser or the app.
    pub fn close(self) {
        drop(self);
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.picture("failed");
        }
        if let Some(client) = self.client.take() {
            let programs = if self.webkit { self.driver.children() } else { Vec::new() };
            let closing = async { tokio::time::timeout(Duration::from_secs(10), client.close()).await };
            let _ = self.runtime.block_on(closing);
            driver::await_end(&programs);
        }
    }
}

/// chromedriver's own command for its logs.
#[derive(Debug)]
struct Log(&'static str);

impl fantoccini::wd::WebDriverCompatibleCommand for Log {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({"type": self.0}).to_string()))
    }
}
