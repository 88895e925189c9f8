package io.vpclocal.network.vpnconnection;

import io.vpclocal.network.Cidr;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** A network of the customer behind a VPN connection. */
@Embeddable
class StaticRoute {

    @Column(name = "destination", nullable = false, length = 64)
    private String destination;

    @Column(name = "created_at", nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected StaticRoute() {}

    StaticRoute(Cidr destination, Instant createdAt) {
        this.destination = destination.toString();
        this.createdAt = createdAt;
    }

    Cidr destination() {
        return Cidr.parse(destination).orElseThrow();
    }

    Instant createdAt() {
        return createdAt;
    }
}
