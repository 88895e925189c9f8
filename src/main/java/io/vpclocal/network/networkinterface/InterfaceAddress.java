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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One private address of a network interface, with its public address if it has one. */
@Entity
@Table(name = "network_interface_address")
public class InterfaceAddress {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "interface_seq")
    private NetworkInterfaceEntity networkInterface;

    @Column(nullable = false, updatable = false, length = 64)
    private String vpcId;

    @Column(nullable = false, updatable = false, length = 64)
    private String subnetId;

    @Column(nullable = false, length = 64)
    private String address;

    @Column
    private @Nullable Long ipv4Number;

    @Column(name = "main", nullable = false)
    private boolean primary;

    @Column(length = 64)
    private @Nullable String publicIp;

    @Column(length = 64)
    private @Nullable String allocationId;

    @Column(length = 64)
    private @Nullable String associationId;

    @Column(length = 64)
    private @Nullable String ipOwnerId;

    @SuppressWarnings("NullAway.Init") // JPA
    protected InterfaceAddress() {}

    InterfaceAddress(NetworkInterfaceEntity networkInterface, Cidr address, boolean primary) {
        this.networkInterface = networkInterface;
        this.vpcId = networkInterface.vpcId();
        this.subnetId = networkInterface.subnetId();
        this.primary = primary;
        this.address = address.at(0);
        this.ipv4Number = number(address);
    }

    public NetworkInterfaceEntity networkInterface() {
        return networkInterface;
    }

    /** Dotted decimal, or IPv6 in its short form. */
    public String address() {
        return address;
    }

    public boolean v4() {
        return ipv4Number != null;
    }

    /** True for the first address of its family, which stays with the interface. */
    public boolean isPrimary() {
        return primary;
    }

    /** The public address that is associated with this one. */
    public Optional<PublicAssociation> association() {
        return publicIp == null || ipOwnerId == null
                ? Optional.empty()
                : Optional.of(new PublicAssociation(publicIp, associationId, allocationId, ipOwnerId));
    }

    /** True if both are the same address in the same subnet. */
    public boolean is(InterfaceAddress other) {
        return subnetId.equals(other.subnetId) && address.equals(other.address);
    }

    /** True if the text is this address in any notation. */
    boolean is(String text) {
        return Cidr.address(text).filter(other -> other.at(0).equals(address)).isPresent();
    }

    void change(Cidr to) {
        this.address = to.at(0);
        this.ipv4Number = number(to);
    }

    void becomePrimary() {
        this.primary = true;
    }

    void associate(PublicAssociation association) {
        this.publicIp = association.publicIp();
        this.associationId = association.associationId();
        this.allocationId = association.allocationId();
        this.ipOwnerId = association.ipOwnerId();
    }

    void disassociate() {
        this.publicIp = null;
        this.associationId = null;
        this.allocationId = null;
        this.ipOwnerId = null;
    }

    private static @Nullable Long number(Cidr address) {
        return address.v4() ? address.network().longValueExact() : null;
    }
}
