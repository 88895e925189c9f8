package io.vpclocal.logs;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import org.jspecify.annotations.Nullable;

/** A row of this module. */
@MappedSuperclass
public abstract class LogsRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "log_seq")
    @SequenceGenerator(name = "log_seq", sequenceName = "log_seq", allocationSize = 50)
    private @Nullable Long seq;

    protected LogsRow() {}

    /** The row's number, by which other rows refer to it. */
    public long seq() {
        if (seq == null) {
            throw new IllegalStateException(getClass().getSimpleName() + " has no row yet. Save it first.");
        }
        return seq;
    }
}
