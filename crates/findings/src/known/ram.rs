//! Actions of RAM with which one gives oneself more rights, in lower case.

/// Each lets its caller attach any policy, change one that is attached, or act as somebody else.
pub(crate) const ESCALATING: [&str; 14] = [
    "ram:attachpolicytouser",
    "ram:attachpolicytogroup",
    "ram:attachpolicytorole",
    "ram:createpolicyversion",
    "ram:setdefaultpolicyversion",
    "ram:addusertogroup",
    "ram:updaterole",
    "ram:createaccesskey",
    "ram:createloginprofile",
    "ram:updateloginprofile",
    "ims:createaccesskey",
    "ims:createloginprofile",
    "ims:updateloginprofile",
    "resourcemanager:attachpolicy",
];
