//! What a column may hold: the fields of the register, and nothing the register has not.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! fields {
    ($($(#[$doc:meta])* $variant:ident = $code:literal),+ $(,)?) => {
        /// What a column holds.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
        #[ts(rename = "ImportField")]
        pub enum Field { $($(#[$doc])* #[serde(rename = $code)] $variant),+ }

        impl Field {
            /// Every field, in the order they are offered.
            pub const ALL: &'static [Field] = &[$(Field::$variant),+];

            /// Its code.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Field::$variant => $code),+ }
            }

            /// Reads a code.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Field::$variant),)+ _ => None }
            }
        }
    };
}

fields! {
    /// Given name.
    Given = "given",
    /// Family name.
    Family = "family",
    /// Both names in one cell, to be parted.
    FullName = "full_name",
    /// What someone is to the association.
    Role = "role",
    /// Day of birth.
    Birth = "birth",
    /// Age, where the day of birth is not known.
    ToldAge = "told_age",
    /// Own telephone.
    Phone = "phone",
    /// Postal address.
    Address = "address",
    /// Commune.
    Commune = "commune",
    /// Insurance: company and number.
    Insurance = "insurance",
    /// As funders count.
    Sex = "sex",
    /// Lives in a priority neighbourhood.
    Qpv = "qpv",
    /// Code of that neighbourhood.
    QpvCode = "qpv_code",
    /// What someone does.
    Occupation = "occupation",
    /// Whether a minor may leave alone.
    LeavesAlone = "leaves_alone",
    /// Names of groups.
    Group = "group",
    /// Name of a guardian.
    Guardian1Name = "guardian1_name",
    /// What that guardian is to the person.
    Guardian1Relation = "guardian1_relation",
    /// Telephone of that guardian.
    Guardian1Phone = "guardian1_phone",
    /// Name of the other guardian.
    Guardian2Name = "guardian2_name",
    /// What the other guardian is to the person.
    Guardian2Relation = "guardian2_relation",
    /// Telephone of the other guardian.
    Guardian2Phone = "guardian2_phone",
    /// Who is called in an emergency.
    EmergencyName = "emergency_name",
    /// Telephone of who is called in an emergency.
    EmergencyPhone = "emergency_phone",
    /// Who may take a minor home.
    PickupName = "pickup_name",
    /// Telephone of who may take a minor home.
    PickupPhone = "pickup_phone",
}

impl Field {
    /// Whether several columns may hold it: what they say is joined (a street and a postcode, two telephones, two groups).
    /// Of any other field the first column that says something counts.
    #[must_use]
    pub fn is_joined(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::Address
                | Self::Group
                | Self::Guardian1Name
                | Self::Guardian1Phone
                | Self::Guardian2Name
                | Self::Guardian2Phone
                | Self::EmergencyName
                | Self::EmergencyPhone
                | Self::PickupName
                | Self::PickupPhone
        )
    }

    /// The telephone of somebody near the person, of whom this is the name.
    pub(crate) fn phone_of(self) -> Option<Self> {
        Some(match self {
            Self::Guardian1Name => Self::Guardian1Phone,
            Self::Guardian2Name => Self::Guardian2Phone,
            Self::EmergencyName => Self::EmergencyPhone,
            Self::PickupName => Self::PickupPhone,
            _ => return None,
        })
    }

    /// Whether it is of somebody near the person.
    pub(crate) fn is_of_a_relative(self) -> bool {
        matches!(
            self,
            Self::Guardian1Name
                | Self::Guardian1Relation
                | Self::Guardian1Phone
                | Self::Guardian2Name
                | Self::Guardian2Relation
                | Self::Guardian2Phone
                | Self::EmergencyName
                | Self::EmergencyPhone
                | Self::PickupName
                | Self::PickupPhone
        )
    }

    /// Whether it is as short as a name.
    pub(crate) fn is_short(self) -> bool {
        self.is_name() || self.is_phone() || matches!(self, Self::Guardian1Relation | Self::Guardian2Relation)
    }

    /// Whether it is a name, of whomever.
    pub(crate) fn is_name(self) -> bool {
        matches!(
            self,
            Self::Given
                | Self::Family
                | Self::FullName
                | Self::Guardian1Name
                | Self::Guardian2Name
                | Self::EmergencyName
                | Self::PickupName
        )
    }

    /// Whether it is a telephone, of whomever.
    pub(crate) fn is_phone(self) -> bool {
        matches!(
            self,
            Self::Phone
                | Self::Guardian1Phone
                | Self::Guardian2Phone
                | Self::EmergencyPhone
                | Self::PickupPhone
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_back() {
        for field in Field::ALL {
            assert_eq!(Field::parse(field.code()), Some(*field), "a code is its field's own");
        }
    }
}
