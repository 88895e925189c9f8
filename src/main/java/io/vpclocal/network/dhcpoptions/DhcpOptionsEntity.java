package io.vpclocal.network.dhcpoptions;

import io.vpclocal.protocol.Scope;
import io.vpclocal.resource.ResourceEntity;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A DHCP option set. It is immutable. */
@Entity
@Table(name = "dhcp_options")
class DhcpOptionsEntity extends ResourceEntity {

    /** The account and Region whose new VPCs use this set. Unique, so that each has one default set. */
    @Column(updatable = false, length = 64)
    private @Nullable String defaultOf;

    @ElementCollection
    @CollectionTable(name = "dhcp_option", joinColumns = @JoinColumn(name = "options_seq"))
    @OrderColumn(name = "position")
    private List<DhcpOption> options = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // JPA
    protected DhcpOptionsEntity() {}

    DhcpOptionsEntity(Scope scope, String id, Instant createdAt, List<DhcpOption> options) {
        super(scope, id, createdAt);
        this.options.addAll(options);
    }

    static String defaultOf(Scope scope) {
        return scope.account() + "/" + scope.region();
    }

    @Nullable
    String defaultOf() {
        return defaultOf;
    }

    void becomeDefault() {
        this.defaultOf = defaultOf(scope());
    }

    /** The values of each option, in the order in which they were given. */
    Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        options.forEach(option -> values.computeIfAbsent(option.optionKey(), key -> new ArrayList<>())
                .add(option.optionValue()));
        return values;
    }
}
