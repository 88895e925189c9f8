package io.vpclocal.network.networkinterface;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The attachment of a network interface: to an instance, or to a resource that AWS manages. */
@Embeddable
public class Attachment {

    @Column(name = "attachment_id", length = 64)
    private String attachmentId;

    @Column(name = "attached_instance_id", length = 64)
    private @Nullable String instanceId;

    @Column(name = "attached_instance_owner", length = 64)
    private String instanceOwnerId;

    @Column(name = "attached_device_index")
    private Integer deviceIndex;

    @Column(name = "attached_network_card_index")
    private Integer networkCardIndex;

    @Column(name = "attached_at")
    private Instant attachedAt;

    @Column(name = "attached_delete_on_termination")
    private Boolean deleteOnTermination;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Attachment() {}

    Attachment(
            String attachmentId,
            @Nullable String instanceId,
            String instanceOwnerId,
            int deviceIndex,
            Instant attachedAt,
            boolean deleteOnTermination) {
        this.attachmentId = attachmentId;
        this.instanceId = instanceId;
        this.instanceOwnerId = instanceOwnerId;
        this.deviceIndex = deviceIndex;
        this.networkCardIndex = 0;
        this.attachedAt = attachedAt;
        this.deleteOnTermination = deleteOnTermination;
    }

    /** {@code eni-attach-…} for an instance, {@code ela-attach-…} for a service. */
    public String attachmentId() {
        return attachmentId;
    }

    /** Null if the interface belongs to a service. */
    public @Nullable String instanceId() {
        return instanceId;
    }

    /** The instance's account, or {@code amazon-aws}. */
    public String instanceOwnerId() {
        return instanceOwnerId;
    }

    public int deviceIndex() {
        return deviceIndex;
    }

    public int networkCardIndex() {
        return networkCardIndex;
    }

    public Instant attachedAt() {
        return attachedAt;
    }

    /** True if the interface is deleted with its instance. */
    public boolean deleteOnTermination() {
        return deleteOnTermination;
    }

    /** A copy with another {@code DeleteOnTermination}. Embedded values are immutable. */
    Attachment withDeleteOnTermination(boolean on) {
        return new Attachment(attachmentId, instanceId, instanceOwnerId, deviceIndex, attachedAt, on);
    }
}
