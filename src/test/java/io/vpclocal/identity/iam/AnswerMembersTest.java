package io.vpclocal.identity.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.People;
import io.vpclocal.testing.RawHttp;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.model.Policy;
import software.amazon.awssdk.services.iam.model.PolicyUsageType;
import software.amazon.awssdk.services.iam.model.Role;

/**
 * The members of responses about roles, users and policies. Expected: recorded from AWS, unless a test says otherwise.
 */
@EmulatorTest
class AnswerMembersTest extends IamTestBase {

    private static final String BOUNDARY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    @Test
    void eachActionReturnsItsOwnMembersOfARole() throws Exception {
        String trust = URLEncoder.encode(People.trust(account), StandardCharsets.UTF_8);
        String created = "Action=CreateRole&RoleName=r&Description=d&MaxSessionDuration=7200&PermissionsBoundary="
                + BOUNDARY + "&Tags.member.1.Key=k&Tags.member.1.Value=v&AssumeRolePolicyDocument=" + trust;
        Set<String> always = Set.of("Path", "RoleName", "RoleId", "Arn", "CreateDate", "AssumeRolePolicyDocument");
        assertThat(members(created, "Role")).isEqualTo(with(always, "PermissionsBoundary", "Tags"));
        iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("p").roleName("r"));
        assertThat(members("Action=GetRole&RoleName=r", "Role"))
                .isEqualTo(with(
                        always, "Description", "MaxSessionDuration", "PermissionsBoundary", "RoleLastUsed", "Tags"));
        assertThat(members("Action=ListRoles", "Roles")).isEqualTo(with(always, "Description", "MaxSessionDuration"));
        assertThat(members("Action=UpdateRoleDescription&RoleName=r&Description=e", "Role"))
                .isEqualTo(with(always, "Description"));
        for (String action : List.of(
                "Action=GetInstanceProfile&InstanceProfileName=p",
                "Action=ListInstanceProfiles",
                "Action=ListInstanceProfilesForRole&RoleName=r")) {
            assertThat(members(action, "Roles")).as(action).isEqualTo(always);
        }
    }

    @Test
    void onlyTheInstanceProfileItselfReturnsItsTags() throws Exception {
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        iam.createInstanceProfile(
                r -> r.instanceProfileName("p").tags(t -> t.key("k").value("v")));
        iam.addRoleToInstanceProfile(r -> r.instanceProfileName("p").roleName("r"));
        Set<String> always = Set.of("Path", "InstanceProfileName", "InstanceProfileId", "Arn", "CreateDate", "Roles");
        assertThat(members("Action=GetInstanceProfile&InstanceProfileName=p", "InstanceProfile"))
                .isEqualTo(with(always, "Tags"));
        assertThat(members("Action=ListInstanceProfiles", "InstanceProfiles")).isEqualTo(always);
        assertThat(members("Action=ListInstanceProfilesForRole&RoleName=r", "InstanceProfiles"))
                .isEqualTo(always);
    }

    @Test
    void aPlainRoleHasNoOptionalMembers() throws Exception {
        iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(People.trust(account)));
        assertThat(members("Action=GetRole&RoleName=r", "Role"))
                .isEqualTo(Set.of(
                        "Path",
                        "RoleName",
                        "RoleId",
                        "Arn",
                        "CreateDate",
                        "AssumeRolePolicyDocument",
                        "MaxSessionDuration",
                        "RoleLastUsed"));
    }

    @Test
    void trustInAnAccountIsEchoedAndThenResolved() {
        String sent = People.document(
                "{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"" + account + "\"},\"Action\":\"sts:AssumeRole\"}");
        Role made = iam.createRole(r -> r.roleName("r").assumeRolePolicyDocument(sent))
                .role();
        assertThat(decoded(made.assumeRolePolicyDocument())).isEqualTo(sent);
        String resolved = sent.replace("\"" + account + "\"", "\"arn:aws:iam::" + account + ":root\"");
        assertThat(decoded(iam.getRole(r -> r.roleName("r")).role().assumeRolePolicyDocument()))
                .isEqualTo(resolved);
        assertThat(decoded(iam.listRoles().roles().get(0).assumeRolePolicyDocument()))
                .isEqualTo(resolved);
    }

    @Test
    void boundariesAreOfTypePolicy() throws Exception {
        iam.createUser(r -> r.userName("ana").permissionsBoundary(BOUNDARY));
        iam.createRole(
                r -> r.roleName("r").permissionsBoundary(BOUNDARY).assumeRolePolicyDocument(People.trust(account)));
        for (String action : List.of(
                "GetUser&UserName=ana",
                "GetRole&RoleName=r",
                "GetAccountAuthorizationDetails",
                "CreateUser&UserName=bob" + "&PermissionsBoundary=" + BOUNDARY)) {
            assertThat(answer("Action=" + action))
                    .contains("<PermissionsBoundaryType>Policy</PermissionsBoundaryType>")
                    .doesNotContain("PermissionsBoundaryPolicy");
        }
    }

    @Test
    void eachActionReturnsItsOwnMembersOfAPolicy() throws Exception {
        String document = URLEncoder.encode(People.allowing("ec2:*"), StandardCharsets.UTF_8);
        Set<String> always = Set.of(
                "PolicyName",
                "PolicyId",
                "Arn",
                "Path",
                "DefaultVersionId",
                "AttachmentCount",
                "PermissionsBoundaryUsageCount",
                "IsAttachable",
                "CreateDate",
                "UpdateDate");
        String create = "Action=CreatePolicy&Description=d&PolicyDocument=" + document + "&PolicyName=";
        assertThat(members(create + "plain", "Policy")).isEqualTo(always);
        assertThat(members(create + "tagged&Tags.member.1.Key=k&Tags.member.1.Value=v", "Policy"))
                .isEqualTo(with(always, "Tags"));
        String arn = "arn:aws:iam::" + account + ":policy/tagged";
        assertThat(members("Action=GetPolicy&PolicyArn=" + arn, "Policy"))
                .isEqualTo(with(always, "Description", "Tags"));
        assertThat(members("Action=ListPolicies&Scope=Local", "Policies")).isEqualTo(always);
    }

    @Test
    void theUsageFilterCountsForAttachedPoliciesOnly() {
        String attached = policy("attached");
        String bounding = policy("bounding");
        String both = policy("both");
        String unused = policy("unused");
        iam.createUser(r -> r.userName("ana").permissionsBoundary(bounding));
        iam.createUser(r -> r.userName("bob").permissionsBoundary(both));
        iam.attachUserPolicy(r -> r.userName("ana").policyArn(attached));
        iam.attachUserPolicy(r -> r.userName("ana").policyArn(both));
        for (PolicyUsageType usage : PolicyUsageType.knownValues()) {
            assertThat(listed(false, usage)).containsExactly(attached, both, bounding, unused);
        }
        assertThat(listed(true, null)).containsExactly(attached, both, bounding);
        assertThat(listed(true, PolicyUsageType.PERMISSIONS_POLICY)).containsExactly(attached, both);
        assertThat(listed(true, PolicyUsageType.PERMISSIONS_BOUNDARY)).containsExactly(both, bounding);
    }

    private List<String> listed(boolean onlyAttached, @Nullable PolicyUsageType usage) {
        return iam
                .listPolicies(r -> r.scope("Local").onlyAttached(onlyAttached).policyUsageFilter(usage))
                .policies()
                .stream()
                .map(Policy::arn)
                .toList();
    }

    private String policy(String name) {
        return iam.createPolicy(r -> r.policyName(name).policyDocument(People.allowing("ec2:*")))
                .policy()
                .arn();
    }

    private static Set<String> with(Set<String> some, String... more) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(List.of(more));
        return all;
    }

    private String answer(String form) throws IOException, InterruptedException {
        return RawHttp.form(aws.endpoint(), account, form + "&Version=2010-05-08")
                .body();
    }

    /** The member names of a structure, or of the first structure in the list with that name. */
    private Set<String> members(String form, String structure) throws IOException, InterruptedException {
        String body = answer(form);
        int start = body.indexOf("<" + structure + ">");
        assertThat(start).as(body).isNotNegative();
        String inside = body.substring(start + structure.length() + 2);
        inside = inside.startsWith("<member>") ? inside.substring("<member>".length()) : inside;
        Matcher tags = Pattern.compile("<(/?)([A-Za-z]+)(/?)>").matcher(inside);
        Set<String> names = new TreeSet<>();
        int depth = 0;
        while (tags.find() && depth >= 0) {
            boolean closing = !tags.group(1).isEmpty();
            if (!closing && depth == 0) {
                names.add(tags.group(2));
            }
            depth += closing ? -1 : tags.group(3).isEmpty() ? 1 : 0;
        }
        return names;
    }

    private static String decoded(String document) {
        return URLDecoder.decode(document, StandardCharsets.UTF_8);
    }
}
