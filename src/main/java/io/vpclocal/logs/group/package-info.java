/** Log groups and log streams: their names, retention, tags and usage. */
@NullMarked
package io.vpclocal.logs.group;

import org.jspecify.annotations.NullMarked;
