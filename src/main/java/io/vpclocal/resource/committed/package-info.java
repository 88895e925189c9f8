/**
 * Committed rows in memory: what read-only calls and permission checks look at instead of the database.
 *
 * <p>The database stays the store of record. Rows are loaded per entity type, account and Region when first asked for;
 * each commit marks the rows that it changed, before its answer leaves, and the next reader reads those again.
 */
@NamedInterface("committed")
@NullMarked
package io.vpclocal.resource.committed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
