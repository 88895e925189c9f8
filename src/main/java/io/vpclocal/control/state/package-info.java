/** Operations on the whole state, based on the database's metadata: counting, reset, snapshots. */
@NullMarked
package io.vpclocal.control.state;

import org.jspecify.annotations.NullMarked;
