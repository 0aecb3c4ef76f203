//! Identities: one newtype per thing that has one. They are made elsewhere and come in as arguments.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use uuid::Uuid;

macro_rules! identity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(rename = "Id")]
        #[serde(transparent)]
        pub struct $name(#[ts(type = "string")] pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}", self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;

            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    };
}

identity!(
    /// A document: the unit of merging, of deletion and of sealing.
    DocumentId
);
identity!(
    /// A scene, shot, panel, drawing or mark; a film or a face under its document's id.
    EntityId
);
identity!(
    /// One pencil or pen stroke of a drawing.
    StrokeId
);
identity!(
    /// One erased range of a stroke.
    CutId
);

impl DocumentId {
    /// The document's own root entity (the film of a film document).
    #[must_use]
    pub fn root(self) -> EntityId {
        EntityId(self.0)
    }
}

impl EntityId {
    /// The document this entity is the root of.
    #[must_use]
    pub fn document(self) -> DocumentId {
        DocumentId(self.0)
    }
}
