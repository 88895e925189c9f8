@NullMarked
package io.vpclocal.network.vpc;

import org.jspecify.annotations.NullMarked;
