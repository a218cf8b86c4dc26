"""The authorization matrix: every address, every method it takes, and what becomes of everyone who tries.

`sees` a page · `does` it is done · `page` a page in answer to a form · `away` a redirect to somewhere else ·
`door` a redirect to the sign-in page · `-` 404, as if there were nothing · `refused` with a sentence · `closed` 410.
All but `does` change nothing.

A thing stands at two levels: `/closed` to a partnership and `/open` to all leaders; without either, the line holds for
both. A method that is not declared is not taken. Within an organization, visitors are always sent to the door and
strangers see nothing. What is sent stands in `forms.py`: it has no mistakes, so that only rights decide.

The owner framed the decision and carries it out, gives the commitment, asked the round, keeps the metric; the other
decides and receives; the partner gives input and sits in the partnership; the leader has no part in anything.
"""

from tests.matrix import (
    alignment,
    carrying_out,
    chain,
    channels,
    debate,
    documents,
    exchange,
    findings,
    learning,
    mapped,
    published,
    pursuit,
    register,
    workshops,
)
from tests.matrix.reading import inside, outside, with_all_columns

OUTSIDE = """
#                                                              visitor  signed in
health                               GET                          sees       sees
ready                                GET                          sees       sees
door                                 GET                          door       away
set_up                               GET                             -          -
set_up                               POST                            -          -
gallery                              GET                          sees       sees
theme                                POST                         away       away
as_person                            POST  member                    -          -
account_login                        GET                          sees       away
account_login                        POST                         page       away
account_logout                       GET                          away       sees
account_logout                       POST                         away       away
account_inactive                     GET                          sees       sees
account_signup                       GET                          sees       away
account_signup                       POST                         page       away
account_reauthenticate               GET                          door       sees
account_reauthenticate               POST                         door       page
account_email                        GET                          door       sees
account_email                        POST                         door       away
account_email_verification_sent      GET                          sees       sees
account_change_password              GET                          door       sees
account_change_password              POST                         door       page
account_set_password                 GET                          door       away
account_set_password                 POST                         door       away
account_reset_password               GET                          sees       sees
account_reset_password               POST                         page       page
account_reset_password_done          GET                          sees       sees
account_reset_password_from_key      GET   key                    sees       sees
account_reset_password_from_key      POST  key                    page       page
account_reset_password_from_key_done GET                          sees       sees
account_confirm_login_code           GET                          door       away
account_confirm_login_code           POST                         door       away
account_confirm_email                GET   key                    sees       sees
account_confirm_email                POST  key                       -          -
mfa_index                            GET                          door       sees
mfa_authenticate                     GET                          door       away
mfa_authenticate                     POST                         door       away
mfa_reauthenticate                   GET                          door    refused
mfa_reauthenticate                   POST                         door    refused
mfa_activate_totp                    GET                          door    refused
mfa_activate_totp                    POST                         door    refused
mfa_deactivate_totp                  GET                          door          -
mfa_deactivate_totp                  POST                         door          -
mfa_view_recovery_codes              GET                          door          -
mfa_generate_recovery_codes          GET                          door    refused
mfa_generate_recovery_codes          POST                         door    refused
mfa_download_recovery_codes          GET                          door          -
mfa_download_recovery_codes          POST                         door          -
mfa_list_webauthn                    GET                          door       sees
mfa_add_webauthn                     GET                          door    refused
mfa_add_webauthn                     POST                         door    refused
mfa_remove_webauthn                  GET   key                    door    refused
mfa_remove_webauthn                  POST  key                    door    refused
mfa_edit_webauthn                    GET   key                    door    refused
mfa_edit_webauthn                    POST  key                    door    refused
mfa_reauthenticate_webauthn          GET                          door    refused
mfa_reauthenticate_webauthn          POST                         door    refused
mfa_login_webauthn                   GET                          door       away
mfa_login_webauthn                   POST                         door       away
socialaccount_connections            GET                          door       sees
socialaccount_connections            POST                         door       page
socialaccount_login_cancelled        GET                          sees       sees
socialaccount_login_error            GET                          door    refused
socialaccount_signup                 GET                          door       door
socialaccount_signup                 POST                         door       door
accounts/social/signup/              GET                          door       away
accounts/social/connections/         GET                          door       away
accounts/social/login/error/         GET                          door       away
accounts/social/login/cancelled/     GET                          door       away
openid_connect_login                 GET   key                       -          -
openid_connect_login                 POST  key                       -          -
openid_connect_callback              GET   key                       -          -
openid_connect_callback              POST  key                       -          -
"""

LINKS = """
# The new address is the owner's; the invitation is for somebody who is nobody yet.
#                             visitor stranger observer administrator facilitator leader partner other  owner
invitation  GET  invitation      sees  refused  refused  refused  refused  refused  refused  refused  refused
invitation  POST invitation      does  refused  refused  refused  refused  refused  refused  refused  refused
new_address GET  new-address     door   closed   closed   closed   closed   closed   closed   closed     sees
new_address POST new-address     door   closed   closed   closed   closed   closed   closed   closed     does
"""

WEAVE = """
#                                                     observer administrator facilitator leader partner other  owner
weave:today               GET                             sees     sees     sees     sees     sees     sees     sees
weave:counts              GET                             sees     sees     sees     sees     sees     sees     sees
weave:find                GET                             sees     sees     sees     sees     sees     sees     sees
weave:words               GET                             sees     sees     sees     sees     sees     sees     sees
weave:partnerships        GET                             sees     sees     sees     sees     sees     sees     sees
weave:partnership_new     GET                             sees     sees     sees     sees     sees     sees     sees
weave:partnership_new     POST                               -        -     does     does     does     does     does
weave:partnership         GET   partnership/closed           -        -        -        -        -     sees     sees
weave:partnership         GET   partnership/open             -        -     sees     sees     sees     sees     sees
weave:partnership_history GET   partnership/closed           -        -        -        -        -     sees     sees
weave:partnership_history GET   partnership/open             -        -     sees     sees     sees     sees     sees
weave:partnership_charter GET   partnership/closed           -        -        -        -        -     sees     sees
weave:partnership_charter GET   partnership/open             -        -     sees     sees     sees     sees     sees
weave:partnership_charter POST  partnership/closed           -        -        -        -        -     does     does
weave:partnership_charter POST  partnership/open             -        -        -        -     does     does     does
api:today                 GET                             sees     sees     sees     sees     sees     sees     sees
api:partnerships          GET                             sees     sees     sees     sees     sees     sees     sees
api:openapi-json          GET                             sees     sees     sees     sees     sees     sees     sees
api:api-root              GET                                -        -        -        -        -        -        -
"""

DECISIONS = """
#                                                     observer administrator facilitator leader partner other  owner
api:decisions             GET                             sees     sees     sees     sees     sees     sees     sees
api:decision              GET   decision-any/closed          -        -        -        -     sees     sees     sees
api:decision              GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:list            GET                             sees     sees     sees     sees     sees     sees     sees
decisions:record          GET                             sees     sees     sees     sees     sees     sees     sees
decisions:reviews         GET                             sees     sees     sees     sees     sees     sees     sees
decisions:new             GET                                -        -     sees     sees     sees     sees     sees
decisions:new             POST                               -        -     does     does     does     does     does
decisions:decision        GET   decision-any/closed          -        -        -        -     sees     sees     sees
decisions:decision        GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:part            GET   decision-any/closed          -        -        -        -     sees     sees     sees
decisions:part            GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:whole           GET   decision-any/closed          -        -        -        -     sees     sees     sees
decisions:whole           GET   decision-any/open            -        -     sees     sees     sees     sees     sees
decisions:edit            GET   decision-frame/closed        -        -        -        -        -     sees     sees
decisions:edit            GET   decision-frame/open          -        -     sees        -        -     sees     sees
decisions:edit            POST  decision-frame/closed        -        -        -        -        -     does     does
decisions:edit            POST  decision-frame/open          -        -     does        -        -     does     does
decisions:drop            POST  decision-frame/closed        -        -        -        -        -     does     does
decisions:drop            POST  decision-frame/open          -        -     does        -        -     does     does
decisions:ask             POST  decision-frame/closed        -        -        -        -        -     does     does
decisions:ask             POST  decision-frame/open          -        -     does        -        -     does     does
decisions:go_to_ballot    POST  decision-frame/closed        -        -        -        -        -  refused  refused
decisions:go_to_ballot    POST  decision-frame/open          -        -  refused        -        -  refused  refused
decisions:take_back       POST  decision-input               -        -        -        -        -        -     does
decisions:again           POST  decision-debate/closed       -        -        -        -        -     does     does
decisions:again           POST  decision-debate/open         -        -     does        -        -     does     does
decisions:argue           POST  decision-debate/closed       -        -        -        -     does     does     does
decisions:argue           POST  decision-debate/open         -        -     does     does     does     does     does
decisions:withdraw_argument POST argument                    -        -        -        -        -        -     does
decisions:attach          POST  decision-debate/closed       -        -        -        -     does     does     does
decisions:attach          POST  decision-debate/open         -        -     does     does     does     does     does
decisions:close_debate    POST  decision-debate/closed       -        -        -        -        -     does     does
decisions:close_debate    POST  decision-debate/open         -        -     does        -        -     does     does
decisions:consider        POST  decision-resolve             -        -        -        -        -     does        -
decisions:ballot          POST  decision-resolve/closed      -        -        -        -        -     does     does
decisions:ballot          POST  decision-resolve/open        -        -     does        -        -     does     does
decisions:resolve         POST  decision-resolve             -        -        -        -        -     does        -
decisions:stance          POST  decision-commit              -        -        -        -     does     does     does
decisions:answer          POST  objection                    -        -        -        -        -     does        -
decisions:carry_out       POST  decision-commit              -        -        -        -     does     does     does
decisions:begin           POST  decision-commit              -        -        -        -        -  refused  refused
decisions:reopen          POST  decision-commit              -        -        -        -        -     does        -
decisions:look_back       POST  decision-execute/closed      -        -        -        -        -     does     does
decisions:look_back       POST  decision-execute/open        -        -     does        -        -     does     does
decisions:settle          POST  forecast/closed              -        -        -        -     does     does     does
decisions:settle          POST  forecast/open                -        -     does        -     does     does     does
decisions:lesson          POST  decision-review/closed       -        -        -        -     does     does     does
decisions:lesson          POST  decision-review/open         -        -     does        -     does     does     does
decisions:close           POST  decision-review/closed       -        -        -        -        -     does     does
decisions:close           POST  decision-review/open         -        -     does        -        -     does     does
"""

ROUNDS = """
# The other and the partner are asked, and the partner has sealed. Of two who are asked, either may stop the opening.
#                                                     observer administrator facilitator leader partner other  owner
rounds:round              GET   round-sealed/closed          -        -        -        -     sees     sees     sees
rounds:round              GET   round-sealed/open            -        -     sees     sees     sees     sees     sees
rounds:round              GET   round-opened/closed          -        -        -        -     sees     sees     sees
rounds:round              GET   round-opened/open            -        -     sees     sees     sees     sees     sees
rounds:receipt            GET   round-opened/closed          -        -        -        -     sees     sees     sees
rounds:receipt            GET   round-opened/open            -        -     sees     sees     sees     sees     sees
rounds:receipt            POST  round-opened/closed          -        -        -        -     page     page     page
rounds:receipt            POST  round-opened/open            -        -     page     page     page     page     page
rounds:draft              POST  round-sealed                 -        -        -        -     does     does        -
rounds:seal               POST  round-sealed                 -        -        -        -     does     does        -
rounds:unseal             POST  round-sealed                 -        -        -        -     does     away        -
rounds:decline            POST  round-sealed                 -        -        -        -     does     does        -
rounds:open               POST  round-sealed                 -        -        -        -        -        -     does
rounds:move               POST  round-sealed                 -        -        -        -        -        -     does
rounds:withdraw           POST  round-sealed                 -        -        -        -     does     does     does
"""

COMMITMENTS = """
#                                                     observer administrator facilitator leader partner other  owner
commitments:list          GET                             sees     sees     sees     sees     sees     sees     sees
commitments:new           GET                             sees     sees     sees     sees     sees     sees     sees
commitments:new           POST                            does     does     does     does     does     does     does
commitments:commitment    GET   commitment/closed            -        -        -        -     sees     sees     sees
commitments:commitment    GET   commitment/open              -        -     sees     sees     sees     sees     sees
commitments:accept        POST  commitment-asked             -        -        -        -        -        -     does
commitments:decline       GET   commitment-asked             -        -        -        -        -        -     sees
commitments:decline       POST  commitment-asked             -        -        -        -        -        -     does
commitments:say_done      POST  commitment                   -        -        -        -        -        -     does
commitments:take_back     POST  commitment-done              -        -        -        -        -        -     does
commitments:confirm_kept  POST  commitment-done              -        -        -        -        -     does        -
commitments:say_not_kept  GET   commitment-done              -        -        -        -        -     sees        -
commitments:say_not_kept  POST  commitment-done              -        -        -        -        -     does        -
commitments:ask_new_date  GET   commitment                   -        -        -        -        -        -     sees
commitments:ask_new_date  POST  commitment                   -        -        -        -        -        -     does
commitments:agree_new_date POST commitment-moved             -        -        -        -        -     does        -
commitments:refuse_new_date GET commitment-moved             -        -        -        -        -     sees        -
commitments:refuse_new_date POST commitment-moved            -        -        -        -        -     does        -
commitments:release       POST  commitment                   -        -        -        -        -     does        -
"""

METRICS = """
#                                                     observer administrator facilitator leader partner other  owner
metrics:list              GET                             sees     sees     sees     sees     sees     sees     sees
metrics:new               GET                                -        -     sees     sees     sees     sees     sees
metrics:new               POST                               -        -     does     does     does     does     does
metrics:metric            GET   metric/closed                -        -        -        -     sees     sees     sees
metrics:metric            GET   metric/open                  -        -     sees     sees     sees     sees     sees
metrics:export            GET   metric/closed                -        -        -        -     sees     sees     sees
metrics:export            GET   metric/open                  -        -     sees     sees     sees     sees     sees
metrics:edit              GET   metric/closed                -        -        -        -     sees     sees     sees
metrics:edit              GET   metric/open                  -        -     sees        -        -        -     sees
metrics:edit              POST  metric/closed                -        -        -        -     does     does     does
metrics:edit              POST  metric/open                  -        -     does        -        -        -     does
metrics:reading           GET   metric/closed                -        -        -        -     sees     sees     sees
metrics:reading           GET   metric/open                  -        -     sees        -        -        -     sees
metrics:reading           POST  metric/closed                -        -        -        -     does     does     does
metrics:reading           POST  metric/open                  -        -     does        -        -        -     does
metrics:correct           GET   reading/closed               -        -        -        -     sees     sees     sees
metrics:correct           GET   reading/open                 -        -     sees        -        -        -     sees
metrics:correct           POST  reading/closed               -        -        -        -     does     does     does
metrics:correct           POST  reading/open                 -        -     does        -        -        -     does
metrics:import            GET   metric/closed                -        -        -        -     sees     sees     sees
metrics:import            GET   metric/open                  -        -     sees        -        -        -     sees
metrics:import            POST  metric/closed                -        -        -        -     page     page     page
metrics:import            POST  metric/open                  -        -     page        -        -        -     page
metrics:import_apply      POST  metric/closed                -        -        -        -     does     does     does
metrics:import_apply      POST  metric/open                  -        -     does        -        -        -     does
"""

THREADS = """
#                                                     observer administrator facilitator leader partner other  owner
threads:thread            GET   thread/closed                -        -        -        -     sees     sees     sees
threads:thread            GET   thread/open                  -        -     sees     sees     sees     sees     sees
threads:write             POST  metric/closed                -        -        -        -     does     does     does
threads:write             POST  metric/open                  -        -     does     does     does     does     does
threads:edit              GET   comment                      -        -        -        -        -        -     sees
threads:edit              POST  comment                      -        -        -        -        -        -     does
threads:withdraw          POST  comment                      -        -        -        -        -        -     does
"""

ORGANIZATION = """
#                                                     observer administrator facilitator leader partner other  owner
organization:you          GET                             sees     sees     sees     sees     sees     sees     sees
organization:you          POST                            does     does     does     does     does     does     does
organization:address      GET                          refused  refused  refused  refused  refused  refused  refused
organization:address      POST                         refused  refused  refused  refused  refused  refused  refused
organization:confidentiality GET                          sees     sees     sees     sees     sees     sees     sees
organization:members      GET                             sees     sees     sees     sees     sees     sees     sees
organization:member       GET   member                       -     sees        -        -        -        -        -
organization:member       POST  member                       -     does        -        -        -        -        -
organization:roles        POST  member                       -     does        -        -        -        -        -
organization:let_go       POST  member                       -     does        -        -        -        -        -
organization:let_back     POST  gone                         -     does        -        -        -        -        -
organization:erase        GET   gone                         -     sees        -        -        -        -        -
organization:erase        POST  gone                         -     does        -        -        -        -        -
organization:erase        POST  member                       -     page        -        -        -        -        -
organization:invite       GET                                -     sees        -        -        -        -        -
organization:invite       POST                               -     does        -        -        -        -        -
organization:send_again   POST  invited                      -     does        -        -        -        -        -
organization:send_again   POST  member                       -  refused        -        -        -        -        -
organization:cancel       POST  invited                      -     does        -        -        -        -        -
organization:departments  GET                                -     sees        -        -        -        -        -
organization:departments  POST                               -     does        -        -        -        -        -
organization:department   GET   department                   -     sees        -        -        -        -        -
organization:department   POST  department                   -     does        -        -        -        -        -
organization:department_remove POST department               -     does        -        -        -        -        -
organization:details      GET                                -     sees        -        -        -        -        -
organization:details      POST                               -     does        -        -        -        -        -
organization:email        GET                                -     sees        -        -        -        -        -
organization:backup       GET                                -     sees        -        -        -        -        -
organization:audit        GET                                -     sees        -        -        -        -        -
organization:ledger       GET                                -     sees        -        -        -        -        -
organization:set_up_people GET                               -     sees        -        -        -        -        -
organization:set_up_people POST                              -     page        -        -        -        -        -
organization:set_up_partnership GET                          -     sees        -        -        -        -        -
organization:set_up_partnership POST                         -     page        -        -        -        -        -
organization:set_up_confidential GET                         -     sees        -        -        -        -        -
"""

TABLES = (
    WEAVE,
    DECISIONS,
    ROUNDS,
    COMMITMENTS,
    METRICS,
    THREADS,
    ORGANIZATION,
    alignment.TABLE,
    chain.TABLE,
    channels.TABLE,
    documents.TABLE,
    exchange.TABLE,
    findings.TABLE,
    learning.TABLE,
    mapped.TABLE,
    pursuit.TABLE,
    register.TABLE,
    workshops.TABLE,
    carrying_out.TABLE,
    debate.TABLE,
    published.TABLE,
)
LINES = [
    *outside(OUTSIDE),
    *outside(published.OUTSIDE),
    *outside(channels.OUTSIDE),
    *outside(workshops.OUTSIDE),
    *with_all_columns(LINKS),
    *(line for table in TABLES for line in inside(table)),
]
