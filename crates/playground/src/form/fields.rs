//! What each type of a scenario is made of.

use ramplay_flink::{CustomRole, LogonMethod, NamespaceRole, StoreKind};

use super::{Choice, Field, Formed, Item, Named, Object, Slot};
use crate::assertions::{Assertions, Made};
use crate::comment::{Comment, Written};
use crate::scenario::{
    Attach, Circumstances, Draft, Entry, Hidden, Identities, Jobs, KeyValue, Logstore, Member, PolicyEntry,
    Reader, Scenario, VERSION, Workspace, default_directory,
};

/// Says what a type is before it is read, and what kind of place it is.
macro_rules! formed {
    ($($type:ty = $blank:expr, $slot:ident;)*) => {$(
        impl Formed for $type {
            fn blank() -> Self {
                $blank
            }

            fn slot(&mut self) -> Slot<'_> {
                Slot::$slot(self)
            }
        }
    )*};
}

formed! {
    String = String::new(), Text;
    bool = false, Flag;
    u32 = 0, Version;
    usize = 0, Count;
    LogonMethod = LogonMethod::AccountPurchaser, Choice;
    NamespaceRole = NamespaceRole::Viewer, Choice;
    StoreKind = StoreKind::default(), Choice;
    Hidden = Hidden::Identity, Choice;
    Reader = Reader::default(), Choice;
    Attach = Attach::Identity, Choice;
    Member = Member::System(NamespaceRole::Viewer), Choice;
    CustomRole = CustomRole::default(), Object;
    Identities = Identities::default(), Object;
    Workspace = Workspace::default(), Object;
    Logstore = Logstore::default(), Object;
    Circumstances = Circumstances::default(), Object;
    KeyValue = KeyValue::default(), Object;
    Jobs = Jobs::default(), Object;
    Draft = Draft::default(), Object;
    Assertions = Assertions::default(), Object;
    Made = Made { engine: String::new(), catalogue: String::new(), held: 0, missed: Vec::new() }, Object;
    Entry = Entry { name: String::new(), attach: Attach::Identity, document: None, system: None }, Object;
    Written = Written::default(), Object;
    Versioned = Versioned { version: 0 }, Object;
    Scenario = Scenario {
        version: VERSION,
        logon: LogonMethod::blank(),
        identities: Identities::default(),
        workspace: Workspace::default(),
        member: None,
        policies: Vec::new(),
        base: None,
        unknown: Vec::new(),
        directory: default_directory(),
        logstore: Logstore::default(),
        reader: Reader::default(),
        circumstances: Circumstances::default(),
        jobs: Jobs::default(),
        assertions: Assertions::default(),
        comments: Vec::new(),
    }, Object;
}

/// Types that are written in a list as they are.
macro_rules! items {
    ($($type:ty)*) => {$(
        impl Item for $type {
            type Written = Self;

            fn of(written: Self) -> Result<Self, &'static str> {
                Ok(written)
            }

            fn written(self) -> Self {
                self
            }
        }
    )*};
}

items!(String usize Hidden KeyValue Draft);

impl Item for PolicyEntry {
    type Written = Entry;

    fn of(written: Entry) -> Result<Self, &'static str> {
        written.try_into()
    }

    fn written(self) -> Entry {
        self.into()
    }
}

impl Item for Comment {
    type Written = Written;

    fn of(written: Written) -> Result<Self, &'static str> {
        written.try_into()
    }

    fn written(self) -> Written {
        self.into()
    }
}

/// Choices by the names of their variants, in the order of the declaration.
macro_rules! named {
    ($($type:ident $wanted:literal { $($variant:ident = $name:expr,)* })*) => {$(
        impl Named for $type {
            const WANTED: &'static str = $wanted;
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    )*};
}

named! {
    StoreKind "enum StoreKind" { Logstore = "logstore", Metricstore = "metricstore", }
    Reader "enum Reader" { Principal = "principal", Job = "job", }
    Hidden "enum Hidden" {
        Identity = "identity",
        Group = "group",
        Session = "session",
        Trust = "trust",
        Caller = "caller",
        Control = "control",
        Project = "project",
        Job = "job",
    }
}

impl Named for LogonMethod {
    const WANTED: &'static str = "enum LogonMethod";
    const ALL: &'static [Self] = &LogonMethod::ALL;

    fn name(self) -> &'static str {
        self.id()
    }
}

impl Named for NamespaceRole {
    const WANTED: &'static str = "enum NamespaceRole";
    const ALL: &'static [Self] = &NamespaceRole::ALL;

    fn name(self) -> &'static str {
        self.id()
    }
}

impl Choice for Attach {
    fn wanted(&self) -> &'static str {
        "enum Attach"
    }

    fn names(&self) -> Vec<&'static str> {
        Hidden::Identity.names()
    }

    fn choose(&mut self, place: usize) -> Option<Slot<'_>> {
        *self = match <Hidden as Named>::ALL.get(place)? {
            Hidden::Identity => Attach::Identity,
            Hidden::Group => Attach::Group(String::new()),
            Hidden::Session => Attach::Session,
            Hidden::Trust => Attach::Trust,
            Hidden::Caller => Attach::Caller,
            Hidden::Control => Attach::Control(String::new()),
            Hidden::Project => Attach::Project,
            Hidden::Job => Attach::Job,
        };
        self.chosen().1
    }

    fn chosen(&mut self) -> (&'static str, Option<Slot<'_>>) {
        let (place, content) = match self {
            Attach::Identity => (Hidden::Identity, None),
            Attach::Group(group) => (Hidden::Group, Some(group.slot())),
            Attach::Session => (Hidden::Session, None),
            Attach::Trust => (Hidden::Trust, None),
            Attach::Caller => (Hidden::Caller, None),
            Attach::Control(node) => (Hidden::Control, Some(node.slot())),
            Attach::Project => (Hidden::Project, None),
            Attach::Job => (Hidden::Job, None),
        };
        (place.name(), content)
    }
}

impl Choice for Member {
    fn wanted(&self) -> &'static str {
        "enum Member"
    }

    fn names(&self) -> Vec<&'static str> {
        vec!["system", "custom"]
    }

    fn choose(&mut self, place: usize) -> Option<Slot<'_>> {
        *self = match place {
            0 => Member::System(NamespaceRole::blank()),
            _ => Member::Custom(CustomRole::blank()),
        };
        self.chosen().1
    }

    fn chosen(&mut self) -> (&'static str, Option<Slot<'_>>) {
        match self {
            Member::System(role) => ("system", Some(role.slot())),
            Member::Custom(role) => ("custom", Some(role.slot())),
        }
    }
}

/// Objects by their fields, in the order in which they are written.
macro_rules! objects {
    ($($type:ident $wanted:literal $(or $short:ident)? $(unless $empty:ident)? { $($rule:ident $field:ident,)* })*) => {$(
        impl Object for $type {
            fn wanted(&self) -> &'static str {
                $wanted
            }

            fn fields(&mut self) -> Vec<Field<'_>> {
                // Without a rest: a field that is not in the table is an error of the compiler.
                let $type { $($field,)* } = self;
                vec![$(Field::$rule(stringify!($field), $field),)*]
            }

            $(fn short(&mut self) -> Option<Slot<'_>> {
                Some(self.$short.slot())
            })?

            $(fn is_empty(&self) -> bool {
                <$type>::$empty(self)
            })?
        }
    )*};
}

objects! {
    Scenario "struct Scenario" {
        needed version,
        needed logon,
        usual identities,
        usual workspace,
        filled member,
        usual policies,
        filled base,
        filled unknown,
        usual directory,
        usual logstore,
        usual reader,
        usual circumstances,
        filled jobs,
        filled assertions,
        filled comments,
    }
    Identities "struct Identities" {
        usual account,
        usual other_account,
        usual management_account,
        usual user,
        usual role,
        usual member_role,
        usual access_configuration,
        usual job_user,
    }
    Workspace "struct Workspace" {
        usual region,
        usual instance,
        usual namespace,
    }
    CustomRole "struct CustomRole" {
        needed name,
        needed permissions,
    }
    Entry "struct Entry" {
        filled name,
        needed attach,
        filled document,
        filled system,
    }
    Logstore "struct Logstore" {
        filled account,
        usual region,
        usual project,
        usual name,
        usual kind,
        usual consumer_group,
    }
    Circumstances "struct Circumstances" {
        filled source_ip,
        filled source_vpc,
        filled time,
        usual mfa,
        usual tls,
        filled resource_group,
        filled keys,
    }
    KeyValue "struct KeyValue" {
        needed key,
        needed value,
    }
    Jobs "struct Jobs" unless is_empty {
        usual drafts,
        filled variables,
        filled bindings,
        usual assume,
    }
    Draft "struct Draft" {
        filled name,
        needed text,
    }
    Assertions "assertions" or lines unless is_empty {
        usual lines,
        filled made,
    }
    Made "struct Made" {
        needed engine,
        needed catalogue,
        needed held,
        filled missed,
    }
    Written "struct Written" {
        filled policy,
        filled statement,
        filled sid,
        filled row,
        filled author,
        needed text,
    }
}

/// The part of a scenario that every version has.
pub(crate) struct Versioned {
    pub(crate) version: u32,
}

impl Object for Versioned {
    fn wanted(&self) -> &'static str {
        "struct Versioned"
    }

    fn fields(&mut self) -> Vec<Field<'_>> {
        vec![Field::needed("version", &mut self.version)]
    }

    fn is_part(&self) -> bool {
        true
    }
}
