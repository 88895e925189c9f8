package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import java.util.Optional;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** A revision per account and Region that changes with every commit that changes a row there. */
public interface Revisions {

    /** True if other nodes may use the same database. */
    boolean severalNodes();

    /** The current revision; empty if nothing has changed here yet and the first change could go unnoticed. */
    Optional<String> current(Scope scope);

    /**
     * Called before rows in memory are used.
     *
     * @param forget drops the scope's rows from memory; called if another node has committed since they were read
     */
    void bringUpToDate(Scope scope, Runnable forget);

    /**
     * Called right before the commit.
     *
     * @return the work to do after the commit, when the changed rows are marked
     */
    Runnable committing(Set<Scope> scopes, SharedSessionContractImplementor session);
}
