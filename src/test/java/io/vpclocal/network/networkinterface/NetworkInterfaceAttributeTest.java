package io.vpclocal.network.networkinterface;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.NetworkInterfaceAttribute;

/** Expected answers: AWS documentation (EC2 API Reference) unless a test says otherwise. */
@EmulatorTest
class NetworkInterfaceAttributeTest extends InterfaceTestBase {

    private String id;

    @BeforeEach
    void newInterface() {
        id = fixture.create(r -> r.description("before")).networkInterfaceId();
    }

    @Test
    void theDescriptionCanBeChanged() {
        ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).description(d -> d.value("after")));
        assertThat(ec2.describeNetworkInterfaceAttribute(
                                r -> r.networkInterfaceId(id).attribute(NetworkInterfaceAttribute.DESCRIPTION))
                        .description()
                        .value())
                .isEqualTo("after");
    }

    @Test
    void theSourceCheckCanBeChangedAndReset() {
        ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).sourceDestCheck(d -> d.value(false)));
        assertThat(sourceDestCheck()).isFalse();
        ec2.resetNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).sourceDestCheck("true"));
        assertThat(sourceDestCheck()).isTrue();
    }

    @Test
    void theGroupsCanBeChanged() {
        String one = fixture.group(fixture.vpc(), "one");
        String two = fixture.group(fixture.vpc(), "two");
        ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).groups(two, one));
        assertThat(ec2.describeNetworkInterfaceAttribute(
                                r -> r.networkInterfaceId(id).attribute(NetworkInterfaceAttribute.GROUP_SET))
                        .groups())
                .extracting(GroupIdentifier::groupName)
                .containsExactly("two", "one");
        ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id).groups(one));
        assertThat(fixture.describe(id).groups())
                .extracting(GroupIdentifier::groupId)
                .containsExactly(one);
    }

    @Test
    void connectionTrackingTimeoutsCanBeChanged() {
        ec2.modifyNetworkInterfaceAttribute(
                r -> r.networkInterfaceId(id).connectionTrackingSpecification(t -> t.tcpEstablishedTimeout(600)));
        assertThat(fixture.describe(id).connectionTrackingConfiguration().tcpEstablishedTimeout())
                .isEqualTo(600);
    }

    @Test
    void anInterfaceWithoutAttachmentDescribesNone() {
        assertThat(ec2.describeNetworkInterfaceAttribute(
                                r -> r.networkInterfaceId(id).attribute(NetworkInterfaceAttribute.ATTACHMENT))
                        .attachment())
                .isNull();
        Expect.awsError(
                "InvalidAttachmentID.NotFound",
                () -> ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id)
                        .attachment(a -> a.attachmentId("eni-attach-4e6c9c89").deleteOnTermination(true))));
    }

    /** Our guess at the codes. */
    @Test
    void oneCallChangesOneAttribute() {
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.modifyNetworkInterfaceAttribute(r -> r.networkInterfaceId(id)));
        Expect.awsError(
                "InvalidParameterCombination",
                () -> ec2.modifyNetworkInterfaceAttribute(r ->
                        r.networkInterfaceId(id).description(d -> d.value("x")).sourceDestCheck(d -> d.value(true))));
        Expect.awsError("MissingParameter", () -> ec2.describeNetworkInterfaceAttribute(r -> r.networkInterfaceId(id)));
    }

    private boolean sourceDestCheck() {
        return ec2.describeNetworkInterfaceAttribute(
                        r -> r.networkInterfaceId(id).attribute(NetworkInterfaceAttribute.SOURCE_DEST_CHECK))
                .sourceDestCheck()
                .value();
    }
}
