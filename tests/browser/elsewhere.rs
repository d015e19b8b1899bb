//! What is promised in every browser, in Firefox and in WebKit. In Chromium the files of each subject play it.

use backwise_tests::Make;

use crate::{clock, embed, harness, hostile, hosts, offline};

/// Each is a test in both.
macro_rules! elsewhere {
    ($($test:ident => $check:path,)*) => {
        mod firefox {
            use super::*;
            $(#[test] fn $test() { $check(Make::Firefox); })*
        }
        mod webkit {
            use super::*;
            $(#[test] fn $test() { $check(Make::WebKit); })*
        }
    };
}

elsewhere! {
    a_request_to_another_host_is_seen => harness::strangers_are_seen,
    an_error_in_the_console_is_seen => harness::errors_are_seen,
    on_a_plain_page_the_element_tells_the_same => hostile::plain_in,
    the_strictest_policy_is_kept => hostile::strict_in,
    where_webassembly_is_missing_it_tells_the_same => hosts::without_webassembly,
    where_webassembly_is_forbidden_it_tells_the_same => hosts::webassembly_forbidden,
    a_frame_grows_and_shrinks_and_tells_nothing_else => embed::grows_and_shrinks,
    after_one_visit_everything_works_without_a_server => offline::works_without_a_server,
    a_new_version_waits_until_the_reader_takes_it => offline::waits_for_the_reader,
    windows_go_from_version_to_version_together => offline::goes_on_with_windows_open,
    a_new_version_waits_for_the_end_of_a_check => offline::waits_for_the_end_of_a_check,
    nobody_is_told_that_all_is_there_while_a_file_is_not => offline::tells_what_is_there,
    a_half_uploaded_version_leaves_the_one_before_in_place => offline::refuses_half_a_version,
    past_the_day_of_review_the_page_says_so_and_still_works => clock::page_says_that_it_is_old,
    on_a_page_of_others_the_element_says_so => clock::element_says_that_it_is_old,
}
