/**
 * Committed rows in memory, for read-only calls and permission checks.
 *
 * <p>The database stays the source of truth. Rows are loaded per entity type, account and Region on first use. Each
 * commit marks the rows it changed before its response is sent, and the next reader reads those rows again.
 */
@NamedInterface("committed")
@NullMarked
package io.vpclocal.resource.committed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
