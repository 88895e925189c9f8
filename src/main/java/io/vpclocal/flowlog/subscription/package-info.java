/** The EC2 API of flow logs: create, describe, delete. */
@NullMarked
package io.vpclocal.flowlog.subscription;

import org.jspecify.annotations.NullMarked;
