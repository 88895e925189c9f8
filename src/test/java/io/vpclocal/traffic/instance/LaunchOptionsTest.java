package io.vpclocal.traffic.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.AmdSevSnpSpecification;
import software.amazon.awssdk.services.ec2.model.CapacityReservationPreference;
import software.amazon.awssdk.services.ec2.model.HostnameType;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceAutoRecoveryState;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResponseLaunchTemplateData;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Options of a launch are shown by the instance (Amazon EC2 API Reference, RunInstances and Instance). */
@EmulatorTest
class LaunchOptionsTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;
    private String subnet;

    @BeforeEach
    void network() {
        ec2 = aws.ec2();
        subnet = ec2.describeSubnets().subnets().get(0).subnetId();
    }

    @ParameterizedTest
    @MethodSource("options")
    void optionsAreShown(
            Consumer<RunInstancesRequest.Builder> option,
            Function<Instance, Object> shown,
            Function<ResponseLaunchTemplateData, Object> asTemplate,
            Object unset,
            Object set) {
        assertThat(shown.apply(run(r -> {}))).isEqualTo(unset);
        Instance with = run(option);
        assertThat(shown.apply(with)).isEqualTo(set);
        assertThat(asTemplate.apply(ec2.getLaunchTemplateData(r -> r.instanceId(with.instanceId()))
                        .launchTemplateData()))
                .isEqualTo(set);
    }

    static Stream<Arguments> options() {
        return Stream.of(
                option(
                        r -> r.hibernationOptions(o -> o.configured(true)),
                        i -> i.hibernationOptions().configured(),
                        t -> t.hibernationOptions().configured(),
                        false,
                        true),
                option(
                        r -> r.enclaveOptions(o -> o.enabled(true)),
                        i -> i.enclaveOptions().enabled(),
                        t -> t.enclaveOptions().enabled(),
                        false,
                        true),
                option(
                        r -> r.cpuOptions(o -> o.coreCount(1).threadsPerCore(1)),
                        i -> i.cpuOptions().coreCount() + "x" + i.cpuOptions().threadsPerCore(),
                        t -> t.cpuOptions().coreCount() + "x" + t.cpuOptions().threadsPerCore(),
                        "4x2",
                        "1x1"),
                option(
                        r -> r.cpuOptions(o -> o.amdSevSnp(AmdSevSnpSpecification.ENABLED)),
                        i -> i.cpuOptions().coreCount() + " " + i.cpuOptions().amdSevSnpAsString(),
                        t -> t.cpuOptions().coreCount() + " " + t.cpuOptions().amdSevSnpAsString(),
                        "4 null",
                        "4 enabled"),
                option(
                        r -> r.maintenanceOptions(o -> o.autoRecovery(InstanceAutoRecoveryState.DISABLED)),
                        i -> i.maintenanceOptions().autoRecoveryAsString(),
                        t -> t.maintenanceOptions().autoRecoveryAsString(),
                        "default",
                        "disabled"),
                option(
                        r -> r.capacityReservationSpecification(
                                o -> o.capacityReservationPreference(CapacityReservationPreference.NONE)),
                        i -> i.capacityReservationSpecification().capacityReservationPreferenceAsString(),
                        t -> t.capacityReservationSpecification().capacityReservationPreferenceAsString(),
                        "open",
                        "none"),
                option(
                        r -> r.privateDnsNameOptions(
                                o -> o.hostnameType(HostnameType.RESOURCE_NAME).enableResourceNameDnsARecord(true)),
                        i -> i.privateDnsNameOptions().hostnameTypeAsString()
                                + i.privateDnsNameOptions().enableResourceNameDnsARecord(),
                        t -> t.privateDnsNameOptions().hostnameTypeAsString()
                                + t.privateDnsNameOptions().enableResourceNameDnsARecord(),
                        "ip-namefalse",
                        "resource-nametrue"));
    }

    @Test
    void optionsOfALaunchTemplateAreShown() {
        ec2.createLaunchTemplate(
                r -> r.launchTemplateName("enclave").launchTemplateData(d -> d.enclaveOptions(o -> o.enabled(true))));
        Instance made = run(r -> r.launchTemplate(t -> t.launchTemplateName("enclave")));
        assertThat(made.enclaveOptions().enabled()).isTrue();
        assertThat(ec2.describeInstanceAttribute(
                                r -> r.instanceId(made.instanceId()).attribute(InstanceAttributeName.ENCLAVE_OPTIONS))
                        .enclaveOptions()
                        .enabled())
                .isTrue();
    }

    /** Amazon EC2 User Guide, "EC2 instance hostnames and domains": the launch overrides the subnet. */
    @Test
    void theSubnetDecidesHowItsInstancesAreNamed() {
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet).privateDnsHostnameTypeOnLaunch(HostnameType.RESOURCE_NAME));
        ec2.modifySubnetAttribute(r -> r.subnetId(subnet).enableResourceNameDnsARecordOnLaunch(b -> b.value(true)));

        Instance byId = run(r -> {});
        assertThat(byId.privateDnsNameOptions().hostnameType()).isEqualTo(HostnameType.RESOURCE_NAME);
        assertThat(byId.privateDnsNameOptions().enableResourceNameDnsARecord()).isTrue();
        assertThat(byId.privateDnsName()).isEqualTo(byId.instanceId() + ".ec2.internal");

        Instance byAddress = run(r -> r.privateDnsNameOptions(o -> o.hostnameType(HostnameType.IP_NAME)));
        assertThat(byAddress.privateDnsNameOptions().enableResourceNameDnsARecord())
                .isTrue();
        assertThat(byAddress.privateDnsName())
                .isEqualTo("ip-" + byAddress.privateIpAddress().replace('.', '-') + ".ec2.internal");

        for (Instance each : new Instance[] {byId, byAddress}) {
            assertThat(ec2.describeInstances(r ->
                                    r.filters(f -> f.name("private-dns-name").values(each.privateDnsName())))
                            .reservations())
                    .singleElement()
                    .satisfies(found ->
                            assertThat(found.instances().get(0).instanceId()).isEqualTo(each.instanceId()));
        }
    }

    @ParameterizedTest
    @MethodSource("notEmulated")
    void optionsThatAreNotEmulatedAreRefused(Consumer<RunInstancesRequest.Builder> option) {
        Expect.awsError("UnsupportedOperation", () -> run(option));
    }

    static Stream<Consumer<RunInstancesRequest.Builder>> notEmulated() {
        return Stream.of(
                r -> r.kernelId("aki-12345678"),
                r -> r.ramdiskId("ari-12345678"),
                r -> r.licenseSpecifications(l -> l.licenseConfigurationArn("arn:aws:license-manager:x")),
                r -> r.capacityReservationSpecification(
                        c -> c.capacityReservationTarget(t -> t.capacityReservationId("cr-0123456789abcdef0"))));
    }

    private static Arguments option(
            Consumer<RunInstancesRequest.Builder> option,
            Function<Instance, Object> shown,
            Function<ResponseLaunchTemplateData, Object> asTemplate,
            Object unset,
            Object set) {
        return arguments(option, shown, asTemplate, unset, set);
    }

    private Instance run(Consumer<RunInstancesRequest.Builder> with) {
        return ec2.runInstances(r -> with.accept(r.imageId("ami-12345678")
                        .instanceType(InstanceType.M6_A_2_XLARGE)
                        .subnetId(subnet)
                        .minCount(1)
                        .maxCount(1)))
                .instances()
                .get(0);
    }
}
