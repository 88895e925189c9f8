package io.vpclocal.flowlog.subscription;

import io.vpclocal.flowlog.record.FlowAttributes.Action;
import io.vpclocal.flowlog.record.InterfaceDetails;
import io.vpclocal.flowlog.record.RecordFormat;
import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A flow log: the monitored resource, the destination, and the outcome of the last delivery. Only the outcome changes.
 */
@Entity
@Table(name = "flow_log")
public class FlowLogEntity extends ResourceEntity {

    @Column(nullable = false, updatable = false, length = 64)
    private String monitoredId;

    @Column(nullable = false, updatable = false, length = 8)
    private String trafficType;

    @Column(nullable = false, updatable = false, length = 32)
    private String destinationType;

    @Column(updatable = false, length = 2048)
    private @Nullable String logDestination;

    @Column(updatable = false, length = 512)
    private @Nullable String logGroupName;

    @Column(updatable = false, length = 2048)
    private @Nullable String roleArn;

    @Column(nullable = false, updatable = false, length = FlowLogLimits.FORMAT_LENGTH)
    private String logFormat;

    @Column(nullable = false, updatable = false)
    private int maxAggregationInterval;

    @Column(nullable = false, updatable = false, length = 16)
    private String fileFormat;

    @Column(nullable = false, updatable = false)
    private boolean hiveCompatiblePartitions;

    @Column(nullable = false, updatable = false)
    private boolean perHourPartition;

    @Column(nullable = false, updatable = false, length = 64)
    private String fingerprint;

    @Column(nullable = false, updatable = false, length = 64)
    private String request;

    @Column(length = 64)
    private @Nullable String deliverError;

    @Column(nullable = false)
    private long deliveries;

    @Column(nullable = false)
    private long closedUntil;

    @SuppressWarnings("NullAway.Init") // JPA
    protected FlowLogEntity() {}

    FlowLogEntity(Scope scope, String id, Instant createdAt, String monitoredId, FlowLogSpec spec, String request) {
        super(scope, id, createdAt);
        this.monitoredId = monitoredId;
        this.trafficType = spec.trafficType();
        this.destinationType =
                spec.destination() instanceof Destination.Bucket ? Destination.S3 : Destination.CLOUD_WATCH_LOGS;
        this.logDestination = spec.destination().arn();
        this.logGroupName = spec.destination() instanceof Destination.LogGroup group ? group.group() : null;
        this.roleArn = spec.roleArn();
        this.logFormat = spec.format().text();
        this.maxAggregationInterval = spec.interval();
        this.fileFormat = spec.layout().fileFormat();
        this.hiveCompatiblePartitions = spec.layout().hive();
        this.perHourPartition = spec.layout().hourly();
        this.fingerprint = spec.fingerprint(scope, monitoredId);
        this.request = request;
        this.closedUntil = createdAt.toEpochMilli();
    }

    /** True if the flow log monitors this interface, its subnet or its VPC. */
    public boolean covers(InterfaceDetails networkInterface) {
        return monitoredId.equals(networkInterface.interfaceId())
                || monitoredId.equals(networkInterface.subnetId())
                || monitoredId.equals(networkInterface.vpcId());
    }

    /** True if the flow log records this type of traffic. */
    public boolean wants(Action action) {
        return trafficType.equals("ALL") || trafficType.equals(action.name());
    }

    /** The id of the monitored VPC, subnet or network interface. */
    public String monitoredId() {
        return monitoredId;
    }

    /** {@code ACCEPT}, {@code REJECT} or {@code ALL}. */
    public String trafficType() {
        return trafficType;
    }

    String destinationType() {
        return destinationType;
    }

    @Nullable
    String logDestination() {
        return logDestination;
    }

    @Nullable
    String logGroupName() {
        return logGroupName;
    }

    /** The delivery role; null for S3. */
    public @Nullable String roleArn() {
        return roleArn;
    }

    public Destination destination() {
        if (destinationType.equals(Destination.S3) && logDestination != null) {
            return Destination.Bucket.of(logDestination);
        }
        if (logDestination != null) {
            return Destination.LogGroup.of(logDestination);
        }
        if (logGroupName != null) {
            return Destination.LogGroup.named(scope(), logGroupName);
        }
        throw new IllegalStateException(id() + " has neither a log group nor a bucket");
    }

    public RecordFormat format() {
        return RecordFormat.parse(logFormat);
    }

    String logFormat() {
        return logFormat;
    }

    /** The aggregation interval in seconds: 60 or 600. */
    public int maxAggregationInterval() {
        return maxAggregationInterval;
    }

    public FileLayout layout() {
        return new FileLayout(fileFormat, hiveCompatiblePartitions, perHourPartition);
    }

    String fingerprint() {
        return fingerprint;
    }

    String request() {
        return request;
    }

    /** AWS's message for a failed last delivery; null after a success. */
    public @Nullable String deliverError() {
        return deliverError;
    }

    /** The number of the next delivery. It stays the same until {@link #delivered}. */
    public long nextDelivery() {
        return deliveries + 1;
    }

    /** Records a successful delivery. */
    public void delivered() {
        deliveries++;
        deliverError = null;
    }

    /** Milliseconds since the epoch. All windows that end at this time or earlier are closed. */
    public long closedUntil() {
        return closedUntil;
    }

    public void closedUntil(long until) {
        closedUntil = Math.max(closedUntil, until);
    }

    public void failed(String error) {
        deliverError = error;
    }
}
