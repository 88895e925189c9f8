package io.vpclocal.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import io.vpclocal.testing.NamedCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** Parameters that are not emulated are refused, except values that change nothing. */
@EmulatorTest
class NotEmulatedTest {

    private static final String RUN = "RunInstances&ImageId=ami-12345678&MinCount=1&MaxCount=1&";

    private final String account = Aws.newAccount();

    @Autowired
    private Aws aws;

    @ParameterizedTest
    @CsvSource({
        "InstanceMarketOptions.MarketType=spot, spot instances",
        "Placement.GroupName=g, placement groups",
        "Placement.PartitionNumber=2, placement groups",
        "Placement.HostId=h-0123456789abcdef0, dedicated hosts",
        "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.NetworkCardIndex=1, several network cards",
        "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.InterfaceType=efa, types of network interfaces in"
                + " RunInstances",
        "NetworkInterface.1.DeviceIndex=0&NetworkInterface.2.DeviceIndex=1&NetworkInterface.2.EnaSrdSpecification"
                + ".EnaSrdEnabled=true, ENA Express",
        "BlockDeviceMapping.1.DeviceName=/dev/sdb&BlockDeviceMapping.1.Ebs.VolumeInitializationRate=100, initialization"
                + " rates of volumes"
    })
    void refused(String parameters, String what) throws Exception {
        assertThat(new NamedCalls(aws, account).error("Action=" + RUN + parameters))
                .isEqualTo("UnsupportedOperation VPC Local does not emulate " + what + ".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Placement.GroupName=&Placement.Affinity=default",
                "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.NetworkCardIndex=0",
                "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.InterfaceType=interface",
                "NetworkInterface.1.DeviceIndex=0&NetworkInterface.1.EnaSrdSpecification.EnaSrdEnabled=false",
                "CpuOptions.NestedVirtualization=disabled&NetworkPerformanceOptions.BandwidthWeighting=default"
            })
    void valuesThatChangeNothingAreAccepted(String parameters) throws Exception {
        assertThat(new NamedCalls(aws, account).error("Action=" + RUN + parameters))
                .isEmpty();
    }

    @Test
    void aLaunchTemplateDoesNotHideThem() {
        Ec2Client ec2 = aws.ec2(account);
        ec2.createLaunchTemplate(r -> r.launchTemplateName("grouped")
                .launchTemplateData(d -> d.imageId("ami-12345678").placement(p -> p.groupName("g"))));
        Expect.awsError(
                "UnsupportedOperation",
                "VPC Local does not emulate placement groups.",
                () -> ec2.runInstances(
                        r -> r.launchTemplate(t -> t.launchTemplateName("grouped")).minCount(1).maxCount(1)));
    }
}
