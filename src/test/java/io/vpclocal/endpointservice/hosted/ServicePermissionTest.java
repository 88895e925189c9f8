package io.vpclocal.endpointservice.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.People;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AddedPrincipal;
import software.amazon.awssdk.services.ec2.model.AllowedPrincipal;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ServiceConfiguration;

/** Who may connect to a service (AWS PrivateLink Guide: "Manage permissions"); ids as Terraform's provider expects them. */
@EmulatorTest
class ServicePermissionTest {

    /** A Region that no other test uses, because services that are allowed to everyone are visible there. */
    private static final Region ELSEWHERE = Region.AP_EAST_1;

    @Autowired
    private Aws aws;

    @Autowired
    private People people;

    private Provider provider;
    private Subscriber subscriber;
    private ServiceConfiguration service;

    @BeforeEach
    void aServiceThatNobodyMayUse() {
        provider = new Provider(aws, ELSEWHERE);
        subscriber = new Subscriber(aws, ELSEWHERE);
        service = provider.host();
    }

    /** {@code root} is the consumer account's root user, {@code user} and {@code role} are called alice and reader. */
    @ParameterizedTest
    @CsvSource({
        "*,                                   root user role",
        "arn:aws:iam::{account}:root,         root user role",
        "arn:aws:iam::{account}:user/alice,   user",
        "arn:aws:iam::{account}:role/reader,  role",
        "arn:aws:iam::{account}:role/p/reader,role",
        "arn:aws:iam::{account}:user/reader,  ''",
        "arn:aws:iam::{account}:role/alice,   ''",
        "arn:aws:iam::999999999999:root,      ''",
        "ec2.amazonaws.com,                   ''"
    })
    void aPrincipalMayConnect(String principal, String expected) {
        Map<String, Ec2Client> callers = callers();
        provider.allow(service.serviceId(), principal.replace("{account}", subscriber.account));
        List<String> allowed = List.of(expected.split(" ", -1));

        callers.forEach((name, client) -> {
            assertThat(knows(client)).as(name).isEqualTo(allowed.contains(name));
            if (allowed.contains(name)) {
                assertThat(subscriber
                                .connect(client, service.serviceName(), r -> {})
                                .serviceName())
                        .isEqualTo(service.serviceName());
            } else {
                Expect.awsError("InvalidServiceName", () -> subscriber.connect(client, service.serviceName(), r -> {}));
            }
        });
        // Hides the service from other tests.
        provider.forbid(service.serviceId(), principal.replace("{account}", subscriber.account));
        callers.values().forEach(client -> assertThat(knows(client)).isFalse());
    }

    @Test
    void addedPrincipalsAreAnsweredWithTheirIds() {
        String unit = "arn:aws:organizations::123456789012:ou/o-abcdefghij/ou-abcd-12345678";
        List<AddedPrincipal> added = provider.ec2
                .modifyVpcEndpointServicePermissions(r -> r.serviceId(service.serviceId())
                        .addAllowedPrincipals(
                                "*",
                                "arn:aws:iam::111122223333:root",
                                "arn:aws:iam::111122223333:user/a",
                                "arn:aws:iam::111122223333:role/a",
                                "ec2.amazonaws.com",
                                unit))
                .addedPrincipals();

        assertThat(added)
                .extracting(AddedPrincipal::principalTypeAsString)
                .containsExactly("All", "Account", "User", "Role", "Service", "OrganizationUnit");
        assertThat(added).allSatisfy(one -> {
            assertThat(one.servicePermissionId()).matches("vpce-svc-perm-\\w{17}");
            assertThat(one.serviceId()).isEqualTo(service.serviceId());
        });
        assertThat(permissions())
                .extracting(AllowedPrincipal::servicePermissionId)
                .containsExactlyElementsOf(
                        added.stream().map(AddedPrincipal::servicePermissionId).toList());
        provider.forbid(service.serviceId(), "*");
    }

    /** Our guess: it exists once, even if it is added again. */
    @Test
    void aPrincipalIsAllowedOnce() {
        provider.allow(service.serviceId(), "111122223333");
        String id = permissions().get(0).servicePermissionId();
        assertThat(provider.ec2
                        .modifyVpcEndpointServicePermissions(r -> r.serviceId(service.serviceId())
                                .addAllowedPrincipals("arn:aws:iam::111122223333:root")
                                .removeAllowedPrincipals("arn:aws:iam::444455556666:root"))
                        .addedPrincipals())
                .extracting(AddedPrincipal::servicePermissionId)
                .containsExactly(id);
        assertThat(permissions()).hasSize(1);
    }

    @Test
    void permissionsAreFilteredPagedAndTagged() {
        provider.allow(service.serviceId(), "111122223333", "444455556666", "arn:aws:iam::111122223333:user/a");
        String id = permissions().get(0).servicePermissionId();
        provider.ec2.createTags(r -> r.resources(id).tags(t -> t.key("k").value("v")));

        assertThat(permissions(filter("principal-type", "User"))).hasSize(1);
        assertThat(permissions(filter("principal", "arn:aws:iam::111122223333:*")))
                .hasSize(2);
        assertThat(permissions().get(0).tags()).hasSize(1);
        String token = provider.ec2
                .describeVpcEndpointServicePermissions(
                        r -> r.serviceId(service.serviceId()).maxResults(2))
                .nextToken();
        assertThat(provider.ec2
                        .describeVpcEndpointServicePermissions(r ->
                                r.serviceId(service.serviceId()).maxResults(2).nextToken(token))
                        .allowedPrincipals())
                .hasSize(1);
        provider.delete(service.serviceId());
        assertThat(provider.ec2.describeTags().tags()).isEmpty();
    }

    private Map<String, Ec2Client> callers() {
        String everything = People.allowing("*");
        AwsCredentials root = Aws.root(subscriber.account);
        AwsCredentials alice = people.user(subscriber.account, "alice", everything);
        String role = people.role(subscriber.account, "reader", subscriber.account, everything);
        AwsCredentials session = People.session(aws.sts(alice)
                .assumeRole(r -> r.roleArn(role).roleSessionName("session"))
                .credentials());
        return Map.of(
                "root", aws.ec2(root, ELSEWHERE),
                "user", aws.ec2(alice, ELSEWHERE),
                "role", aws.ec2(session, ELSEWHERE));
    }

    private boolean knows(Ec2Client client) {
        return client.describeVpcEndpointServices().serviceNames().contains(service.serviceName());
    }

    private List<AllowedPrincipal> permissions(Filter... filters) {
        return provider.ec2
                .describeVpcEndpointServicePermissions(
                        r -> r.serviceId(service.serviceId()).filters(filters))
                .allowedPrincipals();
    }

    private static Filter filter(String name, String value) {
        return Filter.builder().name(name).values(value).build();
    }
}
