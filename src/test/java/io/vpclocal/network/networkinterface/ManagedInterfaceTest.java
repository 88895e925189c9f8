package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vpclocal.network.networkinterface.InterfacePlan.Families;
import io.vpclocal.protocol.Scope;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import software.amazon.awssdk.services.ec2.model.NetworkInterface;

/** Interfaces that services manage, and accounts cannot change. Expected answers: recorded from AWS. */
@EmulatorTest
class ManagedInterfaceTest extends InterfaceTestBase {

    private static final String ENDPOINT = "vpce-0123456789abcdef0";

    @Autowired
    private NetworkInterfaces interfaces;

    @Autowired
    private PlatformTransactionManager transactions;

    private Scope scope;

    @BeforeEach
    void scope() {
        scope = new Scope(fixture.account(), "us-east-1");
    }

    @Test
    void aServicesInterfaceHasAnAttachmentOfAws() {
        NetworkInterface shown = fixture.describe(managed(plan()));
        assertThat(shown.statusAsString()).isEqualTo("in-use");
        assertThat(shown.interfaceTypeAsString()).isEqualTo("vpc_endpoint");
        assertThat(shown.requesterManaged()).isTrue();
        assertThat(shown.requesterId()).isEqualTo("727180483921");
        assertThat(shown.description()).isEqualTo("VPC Endpoint Interface " + ENDPOINT);
        assertThat(shown.attachment().attachmentId()).startsWith("ela-attach-");
        assertThat(shown.attachment().instanceOwnerId()).isEqualTo("amazon-aws");
        assertThat(shown.attachment().instanceId()).isNull();
        assertThat(shown.attachment().deviceIndex()).isEqualTo(1);
        assertThat(shown.attachment().statusAsString()).isEqualTo("attached");
        assertThat(shown.attachment().deleteOnTermination()).isFalse();
        assertThat(shown.sourceDestCheck()).isTrue();
        assertThat(shown.denyAllIgwTraffic()).isNull();
        assertThat(shown.tagSet()).isEmpty();
    }

    @Test
    void usersCannotChangeIt() {
        String id = managed(plan());
        String attachment = fixture.describe(id).attachment().attachmentId();
        Expect.awsError(
                "InvalidParameterValue",
                "Network interface '" + id + "' is currently in use.",
                () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id)));
        Expect.awsError(
                "OperationNotPermitted",
                "You are not allowed to manage 'ela-attach' attachments.",
                () -> ec2.detachNetworkInterface(r -> r.attachmentId(attachment)));
        String denied = "You do not have permission to access the specified resource.";
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.modifyNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId(id).description(d -> d.value("mine"))));
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.resetNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId(id).sourceDestCheck("true")));
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.assignPrivateIpAddresses(r -> r.networkInterfaceId(id).secondaryPrivateIpAddressCount(1)));
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.unassignPrivateIpAddresses(
                        r -> r.networkInterfaceId(id).privateIpAddresses("10.0.0.4")));
        Expect.awsError(
                "AuthFailure",
                denied,
                () -> ec2.assignIpv6Addresses(r -> r.networkInterfaceId(id).ipv6AddressCount(1)));
    }

    @Test
    void aDualStackEndpointInterfaceDeniesInternetGatewayTraffic() {
        String id = managed(plan().addresses(Families.DUALSTACK, "10.0.0.40", fixture.ipv6(64)));
        NetworkInterface shown = fixture.describe(id);
        assertThat(shown.denyAllIgwTraffic()).isTrue();
        assertThat(shown.privateIpAddress()).isEqualTo("10.0.0.40");
        assertThat(shown.ipv6Addresses()).extracting(a -> a.ipv6Address()).containsExactly(fixture.ipv6(64));
    }

    @Test
    void itsServiceFindsChangesAndRemovesIt() {
        String id = managed(plan());
        String group = fixture.group(fixture.vpc(), "g");
        call(() -> interfaces.changeGroups(scope, id, List.of(group)));
        call(() -> interfaces.replaceAddresses(scope, id, "10.0.0.90", null));
        call(() -> interfaces.changeIpv6(scope, id, true));
        NetworkInterface shown = fixture.describe(id);
        assertThat(shown.groups()).extracting(g -> g.groupId()).containsExactly(group);
        assertThat(shown.privateIpAddress()).isEqualTo("10.0.0.90");
        assertThat(shown.ipv6Addresses()).hasSize(1);
        assertThat(call(() -> interfaces.managedBy(scope, ENDPOINT)))
                .extracting(NetworkInterfaceEntity::id)
                .containsExactly(id);
        assertThat(call(() -> interfaces
                        .byAddress(scope, fixture.vpc(), "10.0.0.90")
                        .orElseThrow()
                        .networkInterface()
                        .id()))
                .isEqualTo(id);
        call(() -> {
            interfaces.delete(scope, id);
            return id;
        });
        assertThat(fixture.available()).isEqualTo(251);
        ec2.deleteSecurityGroup(r -> r.groupId(group));
    }

    @Test
    void anInterfaceOfAnInstanceIsInUseUntilItIsDetached() {
        String id = fixture.create().networkInterfaceId();
        String other = fixture.create().networkInterfaceId();
        String instance = "i-0123456789abcdef0";
        Attachment attachment = call(() -> interfaces.attach(scope, id, instance, 1, false));
        NetworkInterface shown = fixture.describe(id);
        assertThat(shown.statusAsString()).isEqualTo("in-use");
        assertThat(shown.attachment().attachmentId()).startsWith("eni-attach-");
        assertThat(shown.attachment().instanceOwnerId()).isEqualTo(fixture.account());
        assertThat(find("attachment.instance-id", instance)).containsExactly(id);
        assertThat(find("attachment.device-index", "1")).containsExactly(id);
        assertThat(call(() -> interfaces.ofInstance(scope, instance))).hasSize(1);
        assertThat(catchThrowable(() -> call(() -> interfaces.attach(scope, other, instance, 1, false))))
                .hasMessageContaining("device index '1'");
        Expect.awsError("InvalidParameterValue", () -> ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id)));
        ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id)
                .attachment(a -> a.attachmentId(attachment.attachmentId()).deleteOnTermination(true)));
        assertThat(fixture.describe(id).attachment().deleteOnTermination()).isTrue();
        ec2.detachNetworkInterface(r -> r.attachmentId(attachment.attachmentId()));
        ec2.deleteNetworkInterface(r -> r.networkInterfaceId(id));
    }

    private InterfacePlan plan() {
        return InterfacePlan.in(fixture.subnet())
                .type("vpc_endpoint")
                .description("VPC Endpoint Interface " + ENDPOINT)
                .managed("727180483921", ENDPOINT);
    }

    private String managed(InterfacePlan plan) {
        return call(() -> interfaces.create(scope, plan).id());
    }

    private <T> T call(Supplier<T> in) {
        return Objects.requireNonNull(new TransactionTemplate(transactions).execute(status -> in.get()));
    }
}
