package io.vpclocal.compute.volume;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An EBS volume. It has attributes but no content. */
@Entity
@Table(name = "ebs_volume")
public class VolumeEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 32)
    private String availabilityZone;

    @Column(nullable = false)
    private int sizeGib;

    @Column(nullable = false, length = 16)
    private String volumeType;

    @Column
    private @Nullable Integer iops;

    @Column
    private @Nullable Integer throughput;

    @Column(nullable = false, updatable = false)
    private boolean encrypted;

    @Column(updatable = false, length = 2048)
    private @Nullable String kmsKeyId;

    @Column(nullable = false, updatable = false, length = 64)
    private String snapshotId;

    @Column(length = 64)
    private @Nullable String instanceId;

    @Column(length = 255)
    private @Nullable String device;

    @Column
    private @Nullable Instant attachedAt;

    @Column(nullable = false)
    private boolean deleteOnTermination;

    @Column
    private @Nullable Instant modifiedAt;

    @Column
    private @Nullable Integer originalSizeGib;

    @Column(length = 16)
    private @Nullable String originalVolumeType;

    @Column
    private @Nullable Integer originalIops;

    @Column
    private @Nullable Integer originalThroughput;

    @SuppressWarnings("NullAway.Init") // JPA
    protected VolumeEntity() {}

    VolumeEntity(Scope scope, String id, Instant createdAt, String zone, VolumePlan plan) {
        super(scope, id, createdAt);
        this.availabilityZone = zone;
        this.snapshotId = plan.snapshotId();
        this.encrypted = plan.encrypted();
        this.kmsKeyId = plan.kmsKeyId();
        this.deleteOnTermination = plan.deleteOnTermination();
        resize(plan.size());
    }

    public String availabilityZone() {
        return availabilityZone;
    }

    public int sizeGib() {
        return sizeGib;
    }

    public String volumeType() {
        return volumeType;
    }

    /** Null for types without a rate. */
    @Nullable
    Integer iops() {
        return iops;
    }

    /** In MiB per second; null for types other than gp3. */
    @Nullable
    Integer throughput() {
        return throughput;
    }

    VolumeSize size() {
        return new VolumeSize(sizeGib, volumeType, iops, throughput);
    }

    boolean encrypted() {
        return encrypted;
    }

    @Nullable
    String kmsKeyId() {
        return kmsKeyId;
    }

    /** Empty for a volume without one. */
    String snapshotId() {
        return snapshotId;
    }

    /** Null if it is not attached. */
    @Nullable
    public String instanceId() {
        return instanceId;
    }

    @Nullable
    public String device() {
        return device;
    }

    @Nullable
    public Instant attachedAt() {
        return attachedAt;
    }

    public boolean deleteOnTermination() {
        return deleteOnTermination;
    }

    /** Null if it was never modified. */
    @Nullable
    Instant modifiedAt() {
        return modifiedAt;
    }

    /** The size before the last modification. */
    @Nullable
    VolumeSize original() {
        return originalSizeGib == null || originalVolumeType == null
                ? null
                : new VolumeSize(originalSizeGib, originalVolumeType, originalIops, originalThroughput);
    }

    void attach(String instance, String deviceName, Instant now) {
        this.instanceId = instance;
        this.device = deviceName;
        this.attachedAt = now;
    }

    void detach() {
        this.instanceId = null;
        this.device = null;
        this.attachedAt = null;
        this.deleteOnTermination = false;
    }

    public void deleteOnTermination(boolean on) {
        this.deleteOnTermination = on;
    }

    void modify(VolumeSize target, Instant now) {
        this.originalSizeGib = sizeGib;
        this.originalVolumeType = volumeType;
        this.originalIops = iops;
        this.originalThroughput = throughput;
        this.modifiedAt = now;
        resize(target);
    }

    private void resize(VolumeSize size) {
        this.sizeGib = size.gib();
        this.volumeType = size.type();
        this.iops = size.iops();
        this.throughput = size.throughput();
    }
}
