package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;
import java.util.Optional;
import java.util.Set;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** A mark per account and Region that changes with every commit that has changed a row there. */
public interface Revisions {

    /** The present mark; empty if nothing was changed here yet and nothing would tell when it is. */
    Optional<String> current(Scope scope);

    /**
     * Called before rows in memory are used.
     *
     * @param forget drops what is in memory of the scope; called if another node has committed since it was read
     */
    void bringUpToDate(Scope scope, Runnable forget);

    /**
     * Called when everything but the commit is done.
     *
     * @return what is to be done after the commit, when the changed rows are marked
     */
    Runnable committing(Set<Scope> scopes, SharedSessionContractImplementor session);
}
