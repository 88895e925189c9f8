package io.vpclocal.network.transitgateway;

import io.vpclocal.network.Cidr;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** A route in a transit gateway's route table that somebody created. */
@Embeddable
class TransitRoute {

    @Column(name = "destination", nullable = false, length = 64)
    private String destination;

    @Column(name = "attachment_id", length = 64)
    private @Nullable String attachmentId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected TransitRoute() {}

    TransitRoute(Cidr destination, @Nullable String attachmentId) {
        this.destination = destination.toString();
        this.attachmentId = attachmentId;
    }

    Cidr destination() {
        return Cidr.parse(destination).orElseThrow();
    }

    /** Where it leads; null for a black hole. */
    @Nullable
    String attachmentId() {
        return attachmentId;
    }
}
