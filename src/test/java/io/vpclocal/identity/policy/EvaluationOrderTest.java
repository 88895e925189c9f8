package io.vpclocal.identity.policy;

import static io.vpclocal.identity.policy.EvaluationCases.ACTION;
import static io.vpclocal.identity.policy.EvaluationCases.caller;
import static io.vpclocal.identity.policy.EvaluationCases.decide;
import static io.vpclocal.identity.policy.EvaluationCases.document;
import static io.vpclocal.identity.policy.EvaluationCases.policies;
import static io.vpclocal.identity.policy.EvaluationCases.principal;
import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.identity.policy.Decision.Outcome;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Expected answers: AWS documentation, IAM User Guide, "Policy evaluation logic", unless a test says otherwise. */
class EvaluationOrderTest {

    @ParameterizedTest(name = "{0} with {1} and resource policy for {2}: {3}")
    @CsvSource({
        "ana,       '',   ,             IDENTITY",
        "ana,       i,    ,             IDENTITY",
        "ana,       I,    ,             allowed",
        "ana,       IB,   ,             allowed",
        "ana,       B,    ,             IDENTITY",
        "ana,       Ib,   ,             PERMISSIONS_BOUNDARY",
        "ana,       IBs,  ,             SESSION",
        "ana,       IBSe, ,             VPC_ENDPOINT",
        "ana,       IBSE, ,             allowed",
        "session,   I,    ,             allowed",
        "session,   Is,   ,             SESSION",
        "session,   IS,   ,             allowed",
        "root,      '',   ,             allowed",
        "root,      ib,   ,             allowed",
        "root,      e,    ,             VPC_ENDPOINT",
        "federated, I,    ,             allowed",
        "federated, Is,   ,             SESSION",
        // the resource policy of the same account names the caller itself: enough
        "ana,       '',   ana,          allowed",
        "ana,       '',   anaId,        allowed",
        "ana,       ib,   ana,          allowed",
        "ana,       ib,   *,            allowed",
        "ana,       ib,   AWS*,         allowed",
        "ana,       e,    ana,          VPC_ENDPOINT",
        "ana,       '',   eve,          IDENTITY",
        "session,   ibs,  session,      allowed",
        "session,   ibs,  *,            allowed",
        "session,   i,    otherSession, IDENTITY",
        "federated, is,   federated,    allowed",
        // it names the role, or the user behind the session: replaces identity policies only
        "session,   i,    role,         allowed",
        "session,   i,    roleId,       allowed",
        "session,   ib,   role,         PERMISSIONS_BOUNDARY",
        "session,   iBs,  role,         SESSION",
        "federated, is,   ana,          SESSION",
        "federated, iS,   ana,          allowed",
        // it names the account: delegation only
        "ana,       i,    account,      IDENTITY",
        "ana,       I,    account,      allowed",
        "ana,       Ib,   rootArn,      PERMISSIONS_BOUNDARY",
        "root,      '',   rootArn,      allowed",
        // cross-account: both sides
        "eve,       I,    ,             RESOURCE",
        "eve,       I,    account,      RESOURCE",
        "eve,       i,    eve,          IDENTITY",
        "eve,       i,    *,            IDENTITY",
        "eve,       I,    eve,          allowed",
        "eve,       I,    otherAccount, allowed",
        "eve,       I,    *,            allowed",
        "eve,       Ib,   eve,          PERMISSIONS_BOUNDARY",
        // neither of any account
        "service,   ibs,  service,      allowed",
        "service,   I,    ,             RESOURCE",
        "service,   I,    ana,          RESOURCE",
        "anonymous, I,    ,             RESOURCE",
        "anonymous, '',   *,            allowed",
        "anonymous, '',   account,      RESOURCE",
    })
    void allow_or_the_type_that_lacks_it(String caller, String policies, @Nullable String resource, String expected) {
        Decision decision = decide(caller, policies(policies, resource));
        assertThat(decision.isAllowed() ? "allowed" : String.valueOf(decision.decidedBy()))
                .isEqualTo(expected);
        assertThat(decision.outcome()).isNotEqualTo(Outcome.EXPLICIT_DENY);
    }

    @ParameterizedTest
    @EnumSource(value = PolicyType.class, names = "ROLE_TRUST", mode = EnumSource.Mode.EXCLUDE)
    void an_explicit_deny_wins_in_every_policy_type(PolicyType type) {
        PolicySet policies = policies("IBSE", "ana").toBuilder()
                .attach(type, "denial", document(type, "Deny", principal("*")))
                .build();
        Decision decision = decide("ana", policies);
        assertThat(decision.outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decision.decidedBy()).isEqualTo(type);
        StatementMatch match = Objects.requireNonNull(decision.match());
        assertThat(match.policyId()).isEqualTo("denial");
        assertThat(match.statement().effect().toUpperCase(Locale.ROOT)).isEqualTo("DENY");
    }

    @Test
    void a_deny_of_an_account_covers_its_users_and_one_of_a_role_its_sessions() {
        PolicySet account = PolicySet.builder()
                .attach(PolicyType.RESOURCE, "r", document(PolicyType.RESOURCE, "Deny", principal("account")))
                .build();
        PolicySet role = PolicySet.builder()
                .attach(PolicyType.RESOURCE, "r", document(PolicyType.RESOURCE, "Deny", principal("role")))
                .build();
        assertThat(decide("ana", account).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide("root", account).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide("eve", account).outcome()).isEqualTo(Outcome.IMPLICIT_DENY);
        assertThat(decide("session", role).outcome()).isEqualTo(Outcome.EXPLICIT_DENY);
        assertThat(decide("ana", role).outcome()).isEqualTo(Outcome.IMPLICIT_DENY);
    }

    @ParameterizedTest
    @CsvSource({
        "ana, I,   ana,     allowed",
        "ana, IB,  ana,     EXPLICIT_DENY", // a boundary makes NotPrincipal deny even those it lists
        "ana, I,   account, EXPLICIT_DENY",
        "ana, I,   eve,     EXPLICIT_DENY",
        "session, I, session, allowed",
        "session, I, role,  EXPLICIT_DENY", // a role does not include its sessions here
        "root, '', rootArn, allowed",
        "service, '', ana,  EXPLICIT_DENY",
    })
    void deny_with_not_principal(String caller, String policies, String listed, String expected) {
        PolicyDocument denial =
                document(PolicyType.RESOURCE, "Deny", principal(listed).replace("Principal", "NotPrincipal"));
        PolicySet set = policies(policies, null).toBuilder()
                .attach(PolicyType.RESOURCE, "r", denial)
                .build();
        Decision decision = decide(caller, set);
        assertThat(decision.isAllowed() ? "allowed" : decision.outcome().name()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "ana,     i, ana,     allowed",
        "ana,     i, account, IDENTITY",
        "ana,     I, account, allowed",
        "ana,     I, role,    ROLE_TRUST",
        "root,    '', role,   ROLE_TRUST",
        "session, i, role,    allowed",
        "eve,      I, eve,    allowed",
        "eve,      i, eve,    IDENTITY",
        "service, '', service, allowed",
    })
    void a_trust_policy_must_allow_in_any_case(String caller, String policies, String trusted, String expected) {
        PolicySet.Builder set = PolicySet.builder()
                .attach(PolicyType.ROLE_TRUST, "trust", document(PolicyType.ROLE_TRUST, "Allow", principal(trusted)));
        if (policies.equals("I")) {
            set.attach(
                    PolicyType.IDENTITY, "p", Policies.identity("{'Effect':'Allow','Action':'sts:*','Resource':'*'}"));
        }
        RequestContext request = RequestContext.of(caller(caller), "sts:AssumeRole")
                .resource("arn:aws:iam::123456789012:role/target")
                .build();
        Decision decision = Evaluator.evaluate(set.build(), request);
        assertThat(decision.isAllowed() ? "allowed" : String.valueOf(decision.decidedBy()))
                .isEqualTo(expected);
    }

    @Test
    void an_identity_provider_is_allowed_by_the_trust_policy_that_names_it() {
        PolicyDocument trust = Policies.trust(
                "{'Effect':'Allow','Principal':{'Federated':'accounts.google.com'},'Action':'sts:AssumeRoleWithWebIdentity',"
                        + "'Condition':{'StringEquals':{'accounts.google.com:aud':'app'}}}");
        PolicySet set =
                PolicySet.builder().attach(PolicyType.ROLE_TRUST, "t", trust).build();
        RequestContext.Builder google = RequestContext.of(
                PolicyPrincipal.identityProvider("accounts.google.com"), "sts:AssumeRoleWithWebIdentity");
        assertThat(Evaluator.evaluate(
                                set,
                                google.key("accounts.google.com:aud", "app").build())
                        .isAllowed())
                .isTrue();
        assertThat(Evaluator.evaluate(
                                set, google.key("accounts.google.com:aud", "x").build())
                        .isAllowed())
                .isFalse();
    }

    @Test
    void get_caller_identity_is_always_allowed() {
        PolicySet set = Policies.ofIdentity(Policies.identity("{'Effect':'Deny','Action':'*','Resource':'*'}"));
        assertThat(Evaluator.evaluate(
                                set, Policies.anaDoes("sts:GetCallerIdentity").build())
                        .isAllowed())
                .isTrue();
    }

    @Test
    void a_session_of_the_root_user_is_limited_by_its_session_policy_only() {
        PolicyPrincipal session = PolicyPrincipal.federatedUser(
                "arn:aws:sts::123456789012:federated-user/r", "arn:aws:iam::123456789012:root");
        RequestContext request = RequestContext.of(session, ACTION).build();
        assertThat(Evaluator.evaluate(policies("is", null), request).decidedBy())
                .isEqualTo(PolicyType.SESSION);
        assertThat(Evaluator.evaluate(policies("iS", null), request).isAllowed())
                .isTrue();
    }

    @Test
    void the_account_of_a_resource_is_read_from_its_arn() {
        PolicySet set = Policies.ofIdentity(Policies.identity("{'Effect':'Allow','Action':'*','Resource':'*'}"));
        RequestContext.Builder request = Policies.anaDoes("ec2:AcceptVpcEndpointConnections");
        assertThat(Evaluator.evaluate(
                                set,
                                request.resource("arn:aws:ec2:us-east-1:210987654321:vpc/v")
                                        .build())
                        .decidedBy())
                .isEqualTo(PolicyType.RESOURCE);
        assertThat(Evaluator.evaluate(
                                set,
                                request.resource("arn:aws:iam::aws:policy/P").build())
                        .isAllowed())
                .isTrue();
    }
}
