package io.vpclocal.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.MarketType;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/** Our own rule: a member that is not emulated is refused, also in a dry run, and never ignored. */
@EmulatorTest
class UnsupportedMembersTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void newAccount() {
        ec2 = aws.ec2(Aws.newAccount());
    }

    static Stream<UnsupportedMembers.Member> members() {
        return UnsupportedMembers.all();
    }

    @ParameterizedTest
    @MethodSource("members")
    void aRequestWithTheMemberIsRefused(UnsupportedMembers.Member member) throws Exception {
        SdkPojo request = request(member, null);
        assertThatThrownBy(() -> UnsupportedMembers.refuse(member.service(), member.action(), request))
                .isInstanceOfSatisfying(AwsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("UnsupportedOperation");
                    assertThat(refusal.text()).isEqualTo("VPC Local does not emulate " + member.what() + ".");
                });
    }

    @ParameterizedTest
    @MethodSource("members")
    void theValueThatAsksForNothingIsTaken(UnsupportedMembers.Member member) throws Exception {
        SdkPojo request = member.taken().isEmpty()
                ? (SdkPojo) builder(requestType(member)).build()
                : request(member, member.taken());
        assertThatCode(() -> UnsupportedMembers.refuse(member.service(), member.action(), request))
                .doesNotThrowAnyException();
    }

    @Test
    void capacityBlocks() {
        RunInstancesRequest.Builder launch = RunInstancesRequest.builder()
                .imageId("ami-12345678")
                .minCount(1)
                .maxCount(1)
                .instanceMarketOptions(o -> o.marketType(MarketType.CAPACITY_BLOCK));
        String text = "VPC Local does not emulate capacity blocks.";
        Expect.awsError("UnsupportedOperation", text, () -> ec2.runInstances(launch.build()));
        Expect.awsError(
                "UnsupportedOperation",
                text,
                () -> ec2.runInstances(launch.dryRun(true).build()));
    }

    @Test
    void persistentSpotRequestsOfALaunchTemplate() {
        ec2.createLaunchTemplate(r -> r.launchTemplateName("spot").launchTemplateData(d -> d.imageId("ami-12345678")
                .instanceMarketOptions(o -> o.marketType("spot").spotOptions(s -> s.spotInstanceType("persistent")))));
        Expect.awsError(
                "UnsupportedOperation",
                "VPC Local does not emulate persistent spot requests.",
                () -> ec2.runInstances(r -> r.launchTemplate(t -> t.launchTemplateName("spot"))
                        .minCount(1)
                        .maxCount(1)));
    }

    /** A request with only the member: the value, or any that is not taken if it is null. */
    private static SdkPojo request(UnsupportedMembers.Member member, @Nullable String value) throws Exception {
        SdkBuilder<?, ?> request = builder(requestType(member));
        fill((SdkPojo) request, List.of(member.path().split("\\.")), value);
        return (SdkPojo) request.build();
    }

    private static void fill(SdkPojo builder, List<String> path, @Nullable String value) {
        SdkField<?> field = builder.sdkFields().stream()
                .filter(each -> each.memberName().equals(path.get(0)))
                .findFirst()
                .orElseThrow();
        boolean list = field.marshallingType() == MarshallingType.LIST;
        SdkField<?> one = list ? field.getTrait(ListTrait.class).memberFieldInfo() : field;
        Object filled = sample(one, path.subList(1, path.size()), value);
        field.set(builder, list ? List.of(filled) : filled);
    }

    private static Object sample(SdkField<?> field, List<String> inside, @Nullable String value) {
        if (field.marshallingType() == MarshallingType.SDK_POJO) {
            SdkPojo structure = field.constructor().get();
            if (!inside.isEmpty()) {
                fill(structure, inside, value);
            }
            return ((SdkBuilder<?, ?>) structure).build();
        }
        if (field.marshallingType() == MarshallingType.BOOLEAN) {
            return value == null || Boolean.parseBoolean(value);
        }
        if (field.marshallingType() == MarshallingType.INTEGER) {
            return value == null ? 7 : Integer.valueOf(value);
        }
        if (field.marshallingType() == MarshallingType.INSTANT) {
            return Instant.EPOCH;
        }
        return value == null ? "any" : value;
    }

    private static Class<?> requestType(UnsupportedMembers.Member member) throws ClassNotFoundException {
        String client = member.service().client().getName();
        String models = client.substring(0, client.lastIndexOf('.')) + ".model.";
        return Class.forName(models + member.action() + "Request");
    }

    private static SdkBuilder<?, ?> builder(Class<?> type) throws ReflectiveOperationException {
        return (SdkBuilder<?, ?>) type.getMethod("builder").invoke(null);
    }
}
