package io.vpclocal.network.networkinterface;

import io.vpclocal.network.Cidr;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A block of a subnet that is delegated to a network interface: a /28 of IPv4 or a /80 of IPv6 addresses. */
@Entity
@Table(name = "network_interface_prefix")
public class InterfacePrefix {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "interface_seq", nullable = false, updatable = false)
    private NetworkInterfaceEntity networkInterface;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, updatable = false, length = 64)
    private String prefix;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InterfacePrefix() {}

    InterfacePrefix(NetworkInterfaceEntity networkInterface, Cidr prefix) {
        this.networkInterface = networkInterface;
        this.subnetId = networkInterface.subnetId();
        this.prefix = prefix.toString();
    }

    public Cidr cidr() {
        return Cidr.parse(prefix).orElseThrow();
    }

    String subnetId() {
        return subnetId;
    }
}
