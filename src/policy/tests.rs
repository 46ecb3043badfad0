use crate::input::Rule;
use crate::policy::{PasswordPolicy, Requires};
use crate::request::{prepare, tests::message};

/// The issues of a confirmation with this password and the values of a policy, as `field rule` or, for a requirement that
/// is not met, its path.
fn issues(password: &str, values: &[&str]) -> Vec<String> {
    let id = "411111111-1111-4111-8111-111111111111";
    let password = format!("4{password}");
    let given =
        [("projectId", id), ("newPassword", &password), ("resetCode", "4abc"), ("passwordPolicy", "3")];
    let message = message(true, &given, values);
    let list: serde_json::Value =
        serde_json::from_str(&format!("[{}]", prepare(true, &message).1.list())).unwrap();
    let text = |issue: &serde_json::Value, name: &str| issue[name].as_str().unwrap_or_default().to_owned();
    let issues = list.as_array().cloned().unwrap_or_default();
    let described = issues.iter().map(|issue| match text(issue, "requirement") {
        path if path.is_empty() => format!("{} {}", text(issue, "field"), text(issue, "rule")),
        path => path,
    });
    described.collect()
}

#[test]
fn each_requirement_that_is_not_met_is_an_issue() {
    let policy = ["58", "510", "4abcdefghij12", "4j", "8--", "3", "412", "52", "3", "4ab", "0"];
    for (password, broken) in [
        ("abcdef12", vec![]),
        ("abcde12", vec!["passwordPolicy.minLength"]),
        ("abcdefghi12", vec!["passwordPolicy.maxLength"]),
        ("abcdéf12", vec!["passwordPolicy.allowedCharacters"]),
        ("abcdej12", vec!["passwordPolicy.forbiddenCharacters"]),
        ("abcdefg1", vec!["passwordPolicy.shouldContain[0]"]),
        ("cdefghi1", vec!["passwordPolicy.shouldContain[0]", "passwordPolicy.shouldContain[1]"]),
    ] {
        assert_eq!(issues(password, &policy), broken, "{password}");
    }
    // Too short for the API, too: the requirements are checked all the same.
    let broken = ["newPassword password_length", "passwordPolicy.minLength"];
    assert_eq!(issues("ab12", &policy), broken);
}

#[test]
fn characters_are_code_points() {
    assert_eq!(issues("😀😀😀😀😀😀", &["56", "56", "4😀", "0", "0"]), [""; 0]);
    assert_eq!(issues("😀😀😀😀😀😀😀", &["0", "56", "0", "4é", "0"]), ["passwordPolicy.maxLength"]);
}

#[test]
fn a_malformed_policy_is_an_issue_with_a_path() {
    const NONE: [&str; 5] = ["0"; 5];
    for (values, broken) in [
        (&NONE[..], &[][..]),
        (&["5-1", "51.5", "0", "0", "0"], &["minLength count", "maxLength count"]),
        (
            &["51001", "4x", "57", "1", "3"],
            &[
                "minLength count",
                "maxLength count",
                "allowedCharacters string",
                "forbiddenCharacters readable",
                "shouldContain array",
            ],
        ),
        (&["0", "0", "4", "4", "8"], &["allowedCharacters not_empty", "forbiddenCharacters not_empty"]),
        (&["58", "57", "0", "0", "0"], &["maxLength impossible"]),
        (&["0", "55", "0", "0", "0"], &["maxLength impossible"]),
        (&["0", "5128", "0", "0", "0"], &[]),
        (&["0", "55", "4abc", "0", "0"], &["maxLength impossible"]),
        (&["5101", "0", "0", "0", "0"], &["minLength impossible"]),
        (&["0", "0", "4ab", "4abc", "0"], &["forbiddenCharacters impossible"]),
        (&["0", "0", "0", "4ab", "8-", "3", "4ba", "0"], &["shouldContain[0] impossible"]),
        (&["0", "0", "4ab", "0", "8--", "3", "4a", "0", "3", "4c", "0"], &["shouldContain[1] impossible"]),
        (&["0", "58", "0", "0", "8-", "3", "4a", "59"], &["shouldContain[0] impossible"]),
        // Together they need more characters than there is room for, unless one character can be of both sets.
        (&["0", "58", "0", "0", "8--", "3", "4ab", "55", "3", "4cd", "54"], &["shouldContain[1] impossible"]),
        (
            &["0", "58", "0", "0", "8--", "3", "4ab", "54", "3", "4cd", "54"],
            &["shouldContain[0]", "shouldContain[1]"],
        ),
        (
            &["0", "58", "0", "0", "8--", "3", "4ab", "55", "3", "4bc", "54"],
            &["shouldContain[0]", "shouldContain[1]"],
        ),
        (
            &["0", "58", "0", "4b", "8--", "3", "4ab", "55", "3", "4bc", "54"],
            &["shouldContain[1] impossible"],
        ),
        (
            &["0", "0", "0", "0", "8--", "3", "4ab", "560", "3", "4cd", "560"],
            &["shouldContain[1] impossible"],
        ),
        (&["0", "0", "0", "4a", "8-", "3", "4a", "50"], &["forbiddenCharacters"]),
        (
            &["0", "0", "0", "0", "8-", "3", "0", "5-1"],
            &["shouldContain[0].characters required", "shouldContain[0].count count"],
        ),
        (
            &["0", "0", "0", "0", "8-", "9", "0", "0"],
            &["shouldContain[0] object", "shouldContain[0].characters required"],
        ),
        (
            &["0", "0", "0", "0", "8-", "3", "4", "0", "4passwordPolicy.min_length"],
            &["shouldContain[0].characters not_empty", "min_length unknown"],
        ),
    ] {
        let broken: Vec<_> = broken.iter().map(|issue| format!("passwordPolicy.{issue}")).collect();
        assert_eq!(issues("abcdefg", values), broken, "{values:?}");
    }
}

#[test]
fn a_policy_keeps_its_requirements_in_order_and_takes_none_that_no_password_meets() {
    let policy = PasswordPolicy::default().with(Requires::MinLength, 8, "").unwrap();
    let policy = policy.with(Requires::ShouldContain, 1, "0123456789").unwrap();
    let requirements = policy.requirements().iter();
    let found: Vec<_> = requirements.map(|found| (found.requires, found.count, found.characters)).collect();
    assert_eq!(found, [(Requires::MinLength, 8, ""), (Requires::ShouldContain, 1, "0123456789")]);
    assert_eq!(policy.with(Requires::MaxLength, 7, ""), Err(Rule::Impossible));
}

#[test]
fn sets_whose_shared_character_is_forbidden_later_need_places_of_their_own() {
    let policy = PasswordPolicy::default().with(Requires::ShouldContain, 55, "ab").unwrap();
    let policy = policy.with(Requires::ShouldContain, 54, "bc").unwrap();
    assert!(policy.clone().with(Requires::ForbiddenCharacters, 0, "a").is_ok());
    assert_eq!(policy.with(Requires::ForbiddenCharacters, 0, "b"), Err(Rule::Impossible));
}
