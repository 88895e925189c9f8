/** How log events are kept: compressed chunks of one stream, and the ids by which single events are known. */
@NullMarked
package io.vpclocal.logs.store;

import org.jspecify.annotations.NullMarked;
