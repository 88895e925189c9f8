package io.vpclocal.traffic.instance;

import static io.vpclocal.protocol.Params.isTrue;

import io.vpclocal.compute.type.InstanceType;
import io.vpclocal.protocol.CommonErrors;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.CapacityReservationSpecification;
import software.amazon.awssdk.services.ec2.model.CpuOptions;
import software.amazon.awssdk.services.ec2.model.CpuOptionsRequest;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.RunInstancesRequest;

/** Options of a launch that have no effect, because no machine runs, and so are only stored and described. */
@Embeddable
class LaunchOptions {

    @Column(nullable = false, updatable = false)
    private boolean hibernation;

    @Column(nullable = false, updatable = false)
    private boolean enclave;

    @Column(updatable = false)
    private @Nullable Integer coreCount;

    @Column(updatable = false)
    private @Nullable Integer threadsPerCore;

    @Column(updatable = false, length = 16)
    private @Nullable String amdSevSnp;

    @Column(nullable = false, updatable = false, length = 16)
    private String autoRecovery = "default";

    @Column(nullable = false, updatable = false, length = 32)
    private String capacityPreference = "open";

    protected LaunchOptions() {}

    /** @throws io.vpclocal.protocol.AwsException for options that are not emulated */
    LaunchOptions(RunInstancesRequest launch) {
        requireEmulated(launch);
        this.hibernation = launch.hibernationOptions() != null
                && isTrue(launch.hibernationOptions().configured());
        this.enclave = launch.enclaveOptions() != null
                && isTrue(launch.enclaveOptions().enabled());
        if (launch.maintenanceOptions() != null && launch.maintenanceOptions().autoRecovery() != null) {
            this.autoRecovery = launch.maintenanceOptions().autoRecoveryAsString();
        }
        CapacityReservationSpecification capacity = launch.capacityReservationSpecification();
        if (capacity != null && capacity.capacityReservationPreference() != null) {
            this.capacityPreference = capacity.capacityReservationPreferenceAsString();
        }
        CpuOptionsRequest cpu = launch.cpuOptions();
        if (cpu != null) {
            this.coreCount = cpu.coreCount();
            this.threadsPerCore = cpu.threadsPerCore();
            this.amdSevSnp = cpu.amdSevSnpAsString();
        }
    }

    private static void requireEmulated(RunInstancesRequest launch) {
        if (launch.kernelId() != null || launch.ramdiskId() != null) {
            throw CommonErrors.notHere("kernels and RAM disks");
        }
        if (!launch.licenseSpecifications().isEmpty()) {
            throw CommonErrors.notHere("licenses of instances");
        }
        CapacityReservationSpecification capacity = launch.capacityReservationSpecification();
        if (capacity != null && capacity.capacityReservationTarget() != null) {
            throw CommonErrors.notHere("capacity reservations");
        }
    }

    boolean hibernation() {
        return hibernation;
    }

    boolean enclave() {
        return enclave;
    }

    String autoRecovery() {
        return autoRecovery;
    }

    String capacityPreference() {
        return capacityPreference;
    }

    void describe(Instance.Builder wire, Optional<InstanceType> type) {
        wire.hibernationOptions(h -> h.configured(hibernation))
                .enclaveOptions(e -> e.enabled(enclave))
                .maintenanceOptions(m -> m.autoRecovery(autoRecovery).rebootMigration("default"))
                .capacityReservationSpecification(c -> c.capacityReservationPreference(capacityPreference));
        cpu(type).ifPresent(wire::cpuOptions);
    }

    /** What the launch asked for, or else what the type has; empty if neither is known. */
    Optional<CpuOptions> cpu(Optional<InstanceType> type) {
        Integer cores = coreCount == null ? type.map(InstanceType::cores).orElse(null) : coreCount;
        Integer threads =
                threadsPerCore == null ? type.map(InstanceType::threadsPerCore).orElse(null) : threadsPerCore;
        return cores == null && threads == null && amdSevSnp == null
                ? Optional.empty()
                : Optional.of(CpuOptions.builder()
                        .coreCount(cores)
                        .threadsPerCore(threads)
                        .amdSevSnp(amdSevSnp)
                        .build());
    }
}
