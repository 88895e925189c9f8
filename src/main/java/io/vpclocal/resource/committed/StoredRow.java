package io.vpclocal.resource.committed;

import io.vpclocal.protocol.Scope;

/** An entity of one account and Region that can be kept in memory after its commit. */
public interface StoredRow {

    /** The row's number in the order of creation. */
    long seq();

    public Scope scope();
}
