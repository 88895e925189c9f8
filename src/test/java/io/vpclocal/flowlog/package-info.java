/** Tests of flow logs through the API, and shared fixtures. */
@NullMarked
package io.vpclocal.flowlog;

import org.jspecify.annotations.NullMarked;
