//! How the values of rows stand in columns: identities and codes as the text people can read with any SQLite tool.

use ql_model::{
    EntityId, StrokeId,
    ink::{Colour, InkId, Layer},
    vocabulary::{
        Angle, FaceColour, FilmInk, IntExt, Life, Look, MarkKind, Movement, Numbering, Pattern, Ratio, Shape,
        ShotSize, ShotStatus, ShotType, Side, TimeOfDay,
    },
};
use rusqlite::types::{FromSqlError, Value, ValueRef};

/// A value of a row that knows its column.
pub trait Column: Sized {
    /// What is stored.
    fn store(&self) -> Value;
    /// What was stored.
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError>;
}

impl Column for String {
    fn store(&self) -> Value {
        Value::Text(self.clone())
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_str()?.to_owned())
    }
}

impl Column for bool {
    fn store(&self) -> Value {
        Value::Integer(i64::from(*self))
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(value.as_i64()? != 0)
    }
}

macro_rules! whole {
    ($($type:ty),*) => { $(impl Column for $type {
        fn store(&self) -> Value {
            Value::Integer(i64::from(*self))
        }
        fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
            let n = value.as_i64()?;
            <$type>::try_from(n).map_err(|_| FromSqlError::OutOfRange(n))
        }
    })* };
}
whole!(u32, i32);

macro_rules! spelled {
    ($($type:ty),*) => { $(impl Column for $type {
        fn store(&self) -> Value {
            Value::Text(self.to_string())
        }
        fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
            value.as_str()?.parse().map_err(|_| FromSqlError::InvalidType)
        }
    })* };
}
spelled!(EntityId, StrokeId, InkId);

macro_rules! coded {
    ($($type:ty),*) => { $(impl Column for $type {
        fn store(&self) -> Value {
            Value::Text(self.code().to_owned())
        }
        fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
            Self::parse(value.as_str()?).ok_or(FromSqlError::InvalidType)
        }
    })* };
}
coded!(
    FilmInk, Pattern, Ratio, Numbering, ShotSize, ShotType, Angle, Side, Movement, IntExt, TimeOfDay,
    ShotStatus, Shape, FaceColour, MarkKind, Life, Look, Colour, Layer
);

impl<T: Column> Column for Option<T> {
    fn store(&self) -> Value {
        self.as_ref().map_or(Value::Null, T::store)
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        if value == ValueRef::Null { Ok(None) } else { T::load(value).map(Some) }
    }
}

impl Column for Vec<String> {
    fn store(&self) -> Value {
        Value::Text(self.join("+"))
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        Ok(ql_model::fields::split_codes(value.as_str()?))
    }
}

impl Column for Vec<(f32, f32)> {
    fn store(&self) -> Value {
        Value::Text(serde_json::to_string(self).unwrap_or_default())
    }
    fn load(value: ValueRef<'_>) -> Result<Self, FromSqlError> {
        serde_json::from_str(value.as_str()?).map_err(|error| FromSqlError::Other(error.into()))
    }
}
