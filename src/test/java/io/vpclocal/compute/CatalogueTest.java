package io.vpclocal.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.vpclocal.testing.Aws;
import io.vpclocal.testing.EmulatorTest;
import io.vpclocal.testing.Expect;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Image;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeOffering;

/** Instance types (recorded from AWS by moto), where they are offered (our guess), and images (names: their vendors). */
@EmulatorTest
class CatalogueTest {

    @Autowired
    private Aws aws;

    private Ec2Client ec2;

    @BeforeEach
    void account() {
        ec2 = aws.ec2();
    }

    @ParameterizedTest
    @CsvSource({
        "t2.micro, 1, 1024, 2, 2, xen, x86_64, true, false, unsupported",
        "t3.micro, 2, 1024, 2, 2, nitro, x86_64, true, true, default",
        "t4g.small, 2, 2048, 3, 4, nitro, arm64, true, true, default",
        "m5.large, 2, 8192, 3, 10, nitro, x86_64, false, false, default",
        "m6g.xlarge, 4, 16384, 4, 15, nitro, arm64, false, false, default",
        "c7g.2xlarge, 8, 16384, 4, 15, nitro, arm64, false, false, default",
        "r6i.4xlarge, 16, 131072, 8, 30, nitro, x86_64, false, false, default"
    })
    void typesAreDescribed(
            String name,
            int vcpus,
            long memory,
            int interfaces,
            int addresses,
            String hypervisor,
            String architecture,
            boolean burstable,
            boolean free,
            String ebsOptimized) {
        InstanceTypeInfo type = ec2.describeInstanceTypes(r -> r.filters(filter("instance-type", name)))
                .instanceTypes()
                .get(0);
        assertThat(type.instanceTypeAsString()).isEqualTo(name);
        assertThat(type.vCpuInfo().defaultVCpus()).isEqualTo(vcpus);
        assertThat(type.memoryInfo().sizeInMiB()).isEqualTo(memory);
        assertThat(type.networkInfo().maximumNetworkInterfaces()).isEqualTo(interfaces);
        assertThat(type.networkInfo().ipv4AddressesPerInterface()).isEqualTo(addresses);
        assertThat(type.hypervisorAsString()).isEqualTo(hypervisor);
        assertThat(type.processorInfo().supportedArchitecturesAsStrings()).contains(architecture);
        assertThat(type.burstablePerformanceSupported()).isEqualTo(burstable);
        assertThat(type.freeTierEligible()).isEqualTo(free);
        assertThat(type.ebsInfo().ebsOptimizedSupportAsString()).isEqualTo(ebsOptimized);
    }

    @Test
    void storageAndAcceleratorsAreDescribed() {
        InstanceTypeInfo disk = type("m6gd.large");
        assertThat(disk.instanceStorageInfo().totalSizeInGB()).isEqualTo(118);
        assertThat(disk.ebsInfo().ebsOptimizedInfo().maximumThroughputInMBps()).isEqualTo(593.75);
        InstanceTypeInfo gpu = type("p4d.24xlarge");
        assertThat(gpu.gpuInfo().totalGpuMemoryInMiB()).isEqualTo(327_680);
        assertThat(gpu.gpuInfo().gpus()).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("A100");
            assertThat(one.count()).isEqualTo(8);
            assertThat(one.workloads()).containsExactly("ml-ai");
        });
        assertThat(gpu.networkInfo().networkCards()).hasSize(4);
        assertThat(gpu.networkInfo().efaInfo().maximumEfaInterfaces()).isEqualTo(4);
    }

    @Test
    void acceleratorsOtherThanWholeGpusAreDescribed() {
        InstanceTypeInfo fraction = type("g6f.2xlarge");
        assertThat(fraction.gpuInfo().totalGpuMemoryInMiB()).isEqualTo(5722);
        assertThat(fraction.gpuInfo().gpus().get(0).gpuPartitionSize()).isEqualTo(0.25);
        assertThat(type("inf1.24xlarge").neuronInfo().neuronDevices().get(0).count())
                .isEqualTo(16);
        assertThat(type("dl2q.24xlarge")
                        .inferenceAcceleratorInfo()
                        .accelerators()
                        .get(0)
                        .manufacturer())
                .isEqualTo("Qualcomm");
        assertThat(type("f2.12xlarge").fpgaInfo().totalFpgaMemoryInMiB()).isEqualTo(163_840);
        assertThat(type("vt1.24xlarge").mediaAcceleratorInfo().totalMediaMemoryInMiB())
                .isEqualTo(196_608);
        InstanceTypeInfo plain = type("t3.micro");
        assertThat(plain.gpuInfo()).isNull();
        assertThat(plain.neuronInfo()).isNull();
        assertThat(plain.phcSupportAsString()).isEqualTo("unsupported");
    }

    @Test
    void typesAreFilteredAndPaged() {
        List<InstanceTypeInfo> small = ec2
                .describeInstanceTypesPaginator(r -> r.maxResults(5)
                        .filters(
                                filter("processor-info.supported-architecture", "arm64"),
                                filter("vcpu-info.default-vcpus", "2"),
                                filter("burstable-performance-supported", "true")))
                .instanceTypes()
                .stream()
                .toList();
        assertThat(small)
                .extracting(InstanceTypeInfo::instanceTypeAsString)
                .containsExactly("t4g.large", "t4g.medium", "t4g.micro", "t4g.nano", "t4g.small");
        // Without a page size there are pages of 100, as at AWS.
        assertThat(ec2.describeInstanceTypes(r -> {}).instanceTypes()).hasSize(100);
    }

    @Test
    void offeringsAreByRegionOrZone() {
        assertThat(offerings("region"))
                .extracting(InstanceTypeOffering::location)
                .containsExactly("us-east-1");
        assertThat(offerings("availability-zone"))
                .extracting(InstanceTypeOffering::location)
                .contains("us-east-1a", "us-east-1f")
                .hasSize(6);
        assertThat(offerings("availability-zone-id"))
                .extracting(InstanceTypeOffering::location)
                .contains("use1-az1");
    }

    @ParameterizedTest
    @CsvSource({
        "amazon, amzn2-ami-hvm-*-x86_64-gp2, amzn2-ami-hvm-2.0.20251014.0-x86_64-gp2",
        "amazon, al2023-ami-2023.*-kernel-6.1-arm64, al2023-ami-2023.9.20251014.0-kernel-6.1-arm64",
        "099720109477, ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-*, ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20251015",
        "099720109477, ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-*, ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-arm64-server-20251022",
        "136693071363, debian-12-amd64-*, debian-12-amd64-20251006-2257",
        "801119661308, Windows_Server-2022-English-Full-Base-*, Windows_Server-2022-English-Full-Base-2025.10.15",
        "amazon, bottlerocket-aws-k8s-1.33-x86_64-*, bottlerocket-aws-k8s-1.33-x86_64-v1.49.0-713f44ce"
    })
    void theNewestImageIsFoundByOwnerAndName(String owner, String pattern, String name) {
        Image newest = ec2.describeImages(r -> r.owners(owner).filters(filter("name", pattern))).images().stream()
                .max(Comparator.comparing(Image::creationDate))
                .orElseThrow();
        assertThat(newest.name()).isEqualTo(name);
        assertThat(newest.imageId()).matches("ami-0[0-9a-f]{16}");
        assertThat(newest.blockDeviceMappings().get(0).deviceName()).isEqualTo(newest.rootDeviceName());
        assertThat(ec2.describeImages(r -> r.imageIds(newest.imageId())).images())
                .containsExactly(newest);
    }

    @Test
    void idsAreStableWithinARegionAndDifferBetweenRegions() {
        String name = "debian-12-amd64-20251006-2257";
        assertThat(image(aws.ec2(), name)).isEqualTo(image(ec2, name));
        assertThat(image(aws.ec2(Aws.root(Aws.newAccount()), Region.EU_WEST_1), name))
                .isNotEqualTo(image(ec2, name));
    }

    @Test
    void unknownNamesAndIdsAreRefused() {
        Expect.awsError(
                "InvalidAMIID.NotFound",
                "The image id '[ami-0123456789abcdef0]' does not exist",
                () -> ec2.describeImages(r -> r.imageIds("ami-0123456789abcdef0")));
        Expect.awsError("InvalidAMIID.Malformed", () -> ec2.describeImages(r -> r.imageIds("ami-x")));
        assertThat(ec2.describeImages(r -> r.owners("self")).images()).isEmpty();
        Expect.awsError(
                "InvalidInstanceType",
                "The following supplied instance types do not exist: [t9.huge]",
                () -> ec2.describeInstanceTypes(r -> r.instanceTypesWithStrings("t9.huge")));
    }

    private InstanceTypeInfo type(String name) {
        return ec2.describeInstanceTypes(r -> r.instanceTypesWithStrings(name))
                .instanceTypes()
                .get(0);
    }

    private List<InstanceTypeOffering> offerings(String by) {
        return ec2.describeInstanceTypeOfferings(r -> r.locationType(by).filters(filter("instance-type", "t3.micro")))
                .instanceTypeOfferings();
    }

    private static String image(Ec2Client ec2, String name) {
        return ec2.describeImages(r -> r.filters(filter("name", name)))
                .images()
                .get(0)
                .imageId();
    }

    private static Filter filter(String name, String... values) {
        return Filter.builder().name(name).values(values).build();
    }
}
