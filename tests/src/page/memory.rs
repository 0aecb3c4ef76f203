//! What the page still holds in its memory, asked through Chromium's tools.

use serde_json::{Value, json};

use super::Page;

impl Page {
    /// How many objects that are still reachable have this value in this field (Chromium only). What nobody reaches any more is taken away
    /// first.
    pub fn remembers(&self, field: &str, value: &str) -> u64 {
        let ask = |method: &'static str, params: Value| {
            self.ask("the tools of the browser", self.client().issue_cmd(Tools(method, params)))
        };
        ask("HeapProfiler.collectGarbage", json!({}));
        let all = ask("Runtime.evaluate", json!({ "expression": "Object.prototype" }))["result"]["objectId"]
            .clone();
        let found =
            ask("Runtime.queryObjects", json!({ "prototypeObjectId": &all }))["objects"]["objectId"].clone();
        let having = "function (field, value) {
            const has = (one) => Object.getOwnPropertyDescriptor(one, field)?.value === value;
            return this.filter(has).length;
        }";
        let arguments = json!([{ "value": field }, { "value": value }]);
        let counted = ask(
            "Runtime.callFunctionOn",
            json!({ "objectId": &found, "functionDeclaration": having, "arguments": arguments, "returnByValue": true }),
        );
        // What the tools hold in their hand is not forgotten by the page.
        for held in [all, found] {
            ask("Runtime.releaseObject", json!({ "objectId": held }));
        }
        let count = counted["result"]["value"].as_u64();
        count.unwrap_or_else(|| panic!("the tools count the objects: {counted}"))
    }
}

/// A command of Chromium's tools, by chromedriver.
#[derive(Debug)]
struct Tools(&'static str, Value);

impl fantoccini::wd::WebDriverCompatibleCommand for Tools {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "cmd": self.0, "params": self.1 }).to_string()))
    }
}
