/** The storage of log events: compressed chunks of one stream, and event ids. */
@NullMarked
package io.vpclocal.logs.store;

import org.jspecify.annotations.NullMarked;
