/** The whole state as the database's own description of itself knows it: counted, emptied, saved and restored. */
@NullMarked
package io.vpclocal.control.state;

import org.jspecify.annotations.NullMarked;
