package io.vpclocal.compute.type;

import io.vpclocal.compute.type.InstanceType.Card;
import io.vpclocal.compute.type.InstanceType.Flag;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.codec.ModelText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.DiskInfo;
import software.amazon.awssdk.services.ec2.model.EbsInfo;
import software.amazon.awssdk.services.ec2.model.EbsOptimizedInfo;
import software.amazon.awssdk.services.ec2.model.EfaInfo;
import software.amazon.awssdk.services.ec2.model.InstanceStorageInfo;
import software.amazon.awssdk.services.ec2.model.InstanceTypeInfo;
import software.amazon.awssdk.services.ec2.model.NetworkCardInfo;
import software.amazon.awssdk.services.ec2.model.NetworkInfo;
import software.amazon.awssdk.services.ec2.model.NitroTpmInfo;

/** Instance types as the API shows them. */
final class InstanceTypeWire {

    private static final String SUPPORTED = "supported";
    private static final String UNSUPPORTED = "unsupported";
    private static final NitroTpmInfo TPM =
            NitroTpmInfo.builder().supportedVersions("2.0").build();
    static final double BITS_PER_BYTE = 8;

    private InstanceTypeWire() {}

    static InstanceTypeInfo toWire(InstanceType of) {
        InstanceTypeInfo.Builder wire = InstanceTypeInfo.builder()
                .instanceType(of.name())
                .currentGeneration(of.has(Flag.CURRENT))
                .freeTierEligible(of.has(Flag.FREE_TIER))
                .supportedUsageClassesWithStrings(of.usageClasses())
                .supportedRootDeviceTypesWithStrings(of.rootDevices())
                .supportedVirtualizationTypesWithStrings(of.virtualization())
                .supportedBootModesWithStrings(of.bootModes())
                .bareMetal(of.has(Flag.BARE_METAL))
                .hypervisor(of.hypervisor())
                .processorInfo(p -> p.manufacturer(of.manufacturer())
                        .supportedArchitecturesWithStrings(of.architectures())
                        .sustainedClockSpeedInGhz(of.clock()))
                .vCpuInfo(v -> v.defaultVCpus(of.vcpus())
                        .defaultCores(of.cores())
                        .defaultThreadsPerCore(of.threadsPerCore())
                        .validCores(of.validCores())
                        .validThreadsPerCore(of.validThreads()))
                .memoryInfo(m -> m.sizeInMiB(of.memoryMib()))
                .instanceStorageSupported(!of.disks().isEmpty())
                .instanceStorageInfo(disks(of))
                .ebsInfo(ebs(of))
                .networkInfo(network(of))
                .placementGroupInfo(p -> p.supportedStrategiesWithStrings(of.placementStrategies()))
                .hibernationSupported(of.has(Flag.HIBERNATION))
                .burstablePerformanceSupported(of.burstable())
                .dedicatedHostsSupported(of.has(Flag.DEDICATED_HOSTS))
                .autoRecoverySupported(of.has(Flag.AUTO_RECOVERY))
                .nitroEnclavesSupport(support(of, Flag.ENCLAVES))
                .nitroTpmSupport(support(of, Flag.NITRO_TPM))
                .nitroTpmInfo(of.has(Flag.NITRO_TPM) ? TPM : null)
                .phcSupport(support(of, Flag.PRECISION_CLOCK))
                .rebootMigrationSupport(support(of, Flag.REBOOT_MIGRATION));
        addAccelerators(wire, of);
        return wire.build();
    }

    private static String support(InstanceType of, Flag flag) {
        return of.has(flag) ? SUPPORTED : UNSUPPORTED;
    }

    private static @Nullable InstanceStorageInfo disks(InstanceType of) {
        List<String> disk = of.disks();
        if (disk.isEmpty()) {
            return null;
        }
        int count = Integer.parseInt(disk.get(0));
        long size = Long.parseLong(disk.get(1));
        return InstanceStorageInfo.builder()
                .totalSizeInGB(count * size)
                .disks(DiskInfo.builder()
                        .count(count)
                        .sizeInGB(size)
                        .type(disk.get(2))
                        .build())
                .nvmeSupport(disk.size() > 3 ? disk.get(3) : null)
                .encryptionSupport(disk.size() > 4 ? disk.get(4) : null)
                .build();
    }

    private static void addAccelerators(InstanceTypeInfo.Builder wire, InstanceType of) {
        if (of.accelerators().isEmpty()) {
            return;
        }
        InstanceTypeInfo its = ModelText.read(AwsService.EC2, InstanceTypeInfo.class, of.accelerators());
        wire.gpuInfo(its.gpuInfo())
                .neuronInfo(its.neuronInfo())
                .inferenceAcceleratorInfo(its.inferenceAcceleratorInfo())
                .fpgaInfo(its.fpgaInfo())
                .mediaAcceleratorInfo(its.mediaAcceleratorInfo());
    }

    private static EbsInfo ebs(InstanceType of) {
        return EbsInfo.builder()
                .ebsOptimizedSupport(of.ebsOptimized())
                .encryptionSupport(of.ebsEncryption())
                .nvmeSupport(of.ebsNvme())
                .maximumEbsAttachments(of.attachments())
                .attachmentLimitType(of.attachmentLimit())
                .ebsOptimizedInfo(bandwidth(of.ebsBandwidth()))
                .build();
    }

    private static @Nullable EbsOptimizedInfo bandwidth(List<Integer> of) {
        return of.isEmpty()
                ? null
                : EbsOptimizedInfo.builder()
                        .baselineBandwidthInMbps(of.get(0))
                        .baselineThroughputInMBps(of.get(0) / BITS_PER_BYTE)
                        .baselineIops(of.get(1))
                        .maximumBandwidthInMbps(of.get(2))
                        .maximumThroughputInMBps(of.get(2) / BITS_PER_BYTE)
                        .maximumIops(of.get(3))
                        .build();
    }

    private static NetworkInfo network(InstanceType of) {
        List<NetworkCardInfo> cards = new ArrayList<>();
        for (Card card : of.cards()) {
            cards.add(NetworkCardInfo.builder()
                    .networkCardIndex(cards.size())
                    .networkPerformance(card.performance())
                    .maximumNetworkInterfaces(card.interfaces())
                    .baselineBandwidthInGbps(card.baseline())
                    .peakBandwidthInGbps(card.peak())
                    .build());
        }
        int adapters = of.fabricAdapters();
        return NetworkInfo.builder()
                .networkPerformance(of.networkPerformance())
                .maximumNetworkInterfaces(of.interfaces())
                .maximumNetworkCards(cards.size())
                .defaultNetworkCardIndex(0)
                .networkCards(cards)
                .ipv4AddressesPerInterface(of.ipv4PerInterface())
                .ipv6AddressesPerInterface(of.ipv6PerInterface())
                .ipv6Supported(of.has(Flag.IPV6))
                .enaSupport(of.ena())
                .enaSrdSupported(of.has(Flag.ENA_SRD))
                .efaSupported(adapters > 0)
                .efaInfo(
                        adapters == 0
                                ? null
                                : EfaInfo.builder()
                                        .maximumEfaInterfaces(adapters)
                                        .build())
                .encryptionInTransitSupported(of.has(Flag.ENCRYPTION_IN_TRANSIT))
                .build();
    }
}
