package io.vpclocal.network.prefixlist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** An entry of a customer-managed prefix list: a CIDR block and the range of versions that contain it. */
@Entity
@Table(name = "prefix_list_entry")
class PrefixListEntryEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "resource_seq")
    @SequenceGenerator(name = "resource_seq", sequenceName = "resource_seq", allocationSize = 50)
    private @Nullable Long seq;

    @Column(nullable = false, updatable = false, length = 64)
    private String prefixListId;

    @Column(nullable = false, updatable = false, length = 64)
    private String cidr;

    @Column(updatable = false)
    private @Nullable String description;

    @Column(nullable = false, updatable = false)
    private long sinceVersion;

    private @Nullable Long untilVersion;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PrefixListEntryEntity() {}

    PrefixListEntryEntity(String prefixListId, Entry entry, long sinceVersion) {
        this.prefixListId = prefixListId;
        this.cidr = entry.cidr();
        this.description = entry.description();
        this.sinceVersion = sinceVersion;
    }

    String prefixListId() {
        return prefixListId;
    }

    Entry entry() {
        return new Entry(cidr, description);
    }

    /** Ends the entry. The given version is the first one without it. */
    void end(long version) {
        this.untilVersion = version;
    }

    /**
     * The content of an entry.
     *
     * @param cidr in canonical form
     */
    record Entry(String cidr, @Nullable String description) {}
}
