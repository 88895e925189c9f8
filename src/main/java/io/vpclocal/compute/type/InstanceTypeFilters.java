package io.vpclocal.compute.type;

import io.vpclocal.compute.type.InstanceType.Flag;
import io.vpclocal.resource.Describe;
import io.vpclocal.resource.MaxResults;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The filters of DescribeInstanceTypes (Amazon EC2 API Reference). */
final class InstanceTypeFilters {

    private InstanceTypeFilters() {}

    static Describe<InstanceType> all() {
        Describe.Builder<InstanceType> filters = Describe.filters();
        general(filters);
        storage(filters);
        network(filters);
        return filters.maxResults(MaxResults.classic(5, 100)).build();
    }

    private static void general(Describe.Builder<InstanceType> filters) {
        filters.filter("instance-type", InstanceType::name)
                .filter("auto-recovery-supported", type -> type.has(Flag.AUTO_RECOVERY))
                .filter("bare-metal", type -> type.has(Flag.BARE_METAL))
                .filter("burstable-performance-supported", InstanceType::burstable)
                .filter("current-generation", type -> type.has(Flag.CURRENT))
                .filter("dedicated-hosts-supported", type -> type.has(Flag.DEDICATED_HOSTS))
                .filter("free-tier-eligible", type -> type.has(Flag.FREE_TIER))
                .filter("hibernation-supported", type -> type.has(Flag.HIBERNATION))
                .filter("hypervisor", InstanceType::hypervisor)
                .filter("memory-info.size-in-mib", InstanceType::memoryMib)
                .filter("nitro-enclaves-support", type -> support(type, Flag.ENCLAVES))
                .filter("nitro-tpm-support", type -> support(type, Flag.NITRO_TPM))
                .filter("nitro-tpm-info.supported-versions", type -> type.has(Flag.NITRO_TPM) ? "2.0" : null)
                .filter("processor-info.supported-features", type -> null)
                .filter("reboot-migration-support", type -> support(type, Flag.REBOOT_MIGRATION))
                .filter("processor-info.supported-architecture", InstanceType::architectures)
                .filter("processor-info.sustained-clock-speed-in-ghz", InstanceType::clock)
                .filter("supported-boot-mode", InstanceType::bootModes)
                .filter("supported-root-device-type", InstanceType::rootDevices)
                .filter("supported-usage-class", InstanceType::usageClasses)
                .filter("supported-virtualization-type", InstanceType::virtualization)
                .filter("vcpu-info.default-cores", InstanceType::cores)
                .filter("vcpu-info.default-threads-per-core", InstanceType::threadsPerCore)
                .filter("vcpu-info.default-vcpus", InstanceType::vcpus)
                .filter("vcpu-info.valid-cores", InstanceType::validCores)
                .filter("vcpu-info.valid-threads-per-core", InstanceType::validThreads);
    }

    private static void storage(Describe.Builder<InstanceType> filters) {
        filters.filter("ebs-info.ebs-optimized-info.baseline-bandwidth-in-mbps", type -> bandwidth(type, 0))
                .filter("ebs-info.ebs-optimized-info.baseline-throughput-in-mbps", type -> throughput(type, 0))
                .filter("ebs-info.ebs-optimized-info.maximum-throughput-in-mbps", type -> throughput(type, 2))
                .filter("ebs-info.attachment-limit-type", InstanceType::attachmentLimit)
                .filter("ebs-info.maximum-ebs-attachments", InstanceType::attachments)
                .filter("ebs-info.ebs-optimized-info.baseline-iops", type -> bandwidth(type, 1))
                .filter("ebs-info.ebs-optimized-info.maximum-bandwidth-in-mbps", type -> bandwidth(type, 2))
                .filter("ebs-info.ebs-optimized-info.maximum-iops", type -> bandwidth(type, 3))
                .filter("ebs-info.ebs-optimized-support", InstanceType::ebsOptimized)
                .filter("ebs-info.encryption-support", InstanceType::ebsEncryption)
                .filter("ebs-info.nvme-support", InstanceType::ebsNvme)
                .filter("instance-storage-supported", type -> !type.disks().isEmpty())
                .filter("instance-storage-info.disk.count", type -> disk(type, 0))
                .filter("instance-storage-info.disk.size-in-gb", type -> disk(type, 1))
                .filter("instance-storage-info.disk.type", type -> disk(type, 2))
                .filter("instance-storage-info.nvme-support", type -> disk(type, 3))
                .filter("instance-storage-info.encryption-support", type -> disk(type, 4))
                .filter(
                        "instance-storage-info.total-size-in-gb",
                        type -> type.disks().isEmpty()
                                ? null
                                : InstanceTypeWire.toWire(type)
                                        .instanceStorageInfo()
                                        .totalSizeInGB());
    }

    private static void network(Describe.Builder<InstanceType> filters) {
        filters.filter("network-info.efa-info.maximum-efa-interfaces", InstanceType::fabricAdapters)
                .filter("network-info.efa-supported", type -> type.fabricAdapters() > 0)
                .filter("network-info.bandwidth-weightings", type -> null)
                .filter("network-info.flexible-ena-queues-support", type -> null)
                .filter("network-info.ena-support", InstanceType::ena)
                .filter("network-info.encryption-in-transit-supported", type -> type.has(Flag.ENCRYPTION_IN_TRANSIT))
                .filter("network-info.ipv4-addresses-per-interface", InstanceType::ipv4PerInterface)
                .filter("network-info.ipv6-addresses-per-interface", InstanceType::ipv6PerInterface)
                .filter("network-info.ipv6-supported", type -> type.has(Flag.IPV6))
                .filter("network-info.maximum-network-cards", type -> type.cards()
                        .size())
                .filter("network-info.maximum-network-interfaces", InstanceType::interfaces)
                .filter("network-info.network-performance", InstanceType::networkPerformance);
    }

    private static String support(InstanceType type, Flag flag) {
        return type.has(flag) ? "supported" : "unsupported";
    }

    private static @Nullable Integer bandwidth(InstanceType type, int position) {
        List<Integer> values = type.ebsBandwidth();
        return values.isEmpty() ? null : values.get(position);
    }

    private static @Nullable Double throughput(InstanceType type, int position) {
        Integer megabits = bandwidth(type, position);
        return megabits == null ? null : megabits / InstanceTypeWire.BITS_PER_BYTE;
    }

    private static @Nullable String disk(InstanceType type, int position) {
        List<String> values = type.disks();
        return values.size() > position ? values.get(position) : null;
    }
}
