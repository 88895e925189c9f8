package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.UnsupportedMembers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CapacityReservationSpecification;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.CpuOptionsRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceMaintenanceOptionsRequest;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Launch options in requests and answers. */
final class LaunchOptionsWire {

    private LaunchOptionsWire() {}

    /** @throws io.vpclocal.protocol.AwsException for options that are not emulated */
    static LaunchOptions read(RunInstancesRequest launch) {
        // Its launch template may have members that the call itself does not have.
        UnsupportedMembers.refuse(AwsService.EC2, "RunInstances", launch);
        CpuOptionsRequest cpu = launch.cpuOptions();
        boolean hibernation = launch.hibernationOptions() != null
                && isTrue(launch.hibernationOptions().configured());
        boolean enclave = launch.enclaveOptions() != null
                && isTrue(launch.enclaveOptions().enabled());
        if (hibernation && enclave) {
            throw InstanceErrors.enclaveWithHibernation();
        }
        return new LaunchOptions(
                hibernation,
                enclave,
                cpu == null ? null : cpu.coreCount(),
                cpu == null ? null : cpu.threadsPerCore(),
                cpu == null ? null : cpu.amdSevSnpAsString(),
                autoRecovery(launch.maintenanceOptions()),
                capacityPreference(launch.capacityReservationSpecification()));
    }

    /** @throws io.vpclocal.protocol.AwsException if a type does not have the cores or threads */
    static void requireCpu(@Nullable CpuOptionsRequest wanted, Optional<InstanceType> type) {
        if (wanted == null || type.isEmpty()) {
            return;
        }
        requireOneOf(
                wanted.coreCount(), "CoreCount", type.get().name(), type.get().validCores());
        requireOneOf(
                wanted.threadsPerCore(),
                "ThreadsPerCore",
                type.get().name(),
                type.get().validThreads());
    }

    private static void requireOneOf(@Nullable Integer value, String option, String type, List<Integer> valid) {
        if (value != null && !valid.isEmpty() && !valid.contains(value)) {
            throw InstanceErrors.cpuOption(value, option, type, valid);
        }
    }

    private static String autoRecovery(@Nullable InstanceMaintenanceOptionsRequest wanted) {
        return wanted == null || wanted.autoRecovery() == null ? "default" : wanted.autoRecoveryAsString();
    }

    private static String capacityPreference(@Nullable CapacityReservationSpecification wanted) {
        return wanted == null || wanted.capacityReservationPreference() == null
                ? "open"
                : wanted.capacityReservationPreferenceAsString();
    }

    static void describe(LaunchOptions of, Instance.Builder wire, Optional<InstanceType> type) {
        wire.hibernationOptions(h -> h.configured(of.hibernation()))
                .enclaveOptions(e -> e.enabled(of.enclave()))
                .maintenanceOptions(m -> m.autoRecovery(of.autoRecovery()).rebootMigration("default"))
                .capacityReservationSpecification(c -> c.capacityReservationPreference(of.capacityPreference()));
        cpu(of, type).ifPresent(wire::cpuOptions);
    }

    /** What the launch asked for, or else what the type has; empty if neither is known. */
    static Optional<CpuOptions> cpu(LaunchOptions of, Optional<InstanceType> type) {
        Integer cores = of.coreCount() == null ? type.map(InstanceType::cores).orElse(null) : of.coreCount();
        Integer threads = of.threadsPerCore() == null
                ? type.map(InstanceType::threadsPerCore).orElse(null)
                : of.threadsPerCore();
        return cores == null && threads == null && of.amdSevSnp() == null
                ? Optional.empty()
                : Optional.of(CpuOptions.builder()
                        .coreCount(cores)
                        .threadsPerCore(threads)
                        .amdSevSnp(of.amdSevSnp())
                        .build());
    }
}
