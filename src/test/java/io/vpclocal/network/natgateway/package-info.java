@NullMarked
package io.vpclocal.network.natgateway;

import org.jspecify.annotations.NullMarked;
