package org.thalweg.fokkerplanck;
import org.junit.jupiter.api.Test;
class ScratchTest {
  @Test void ring() {
    double[][] t={{1,.05,1},{2,.05,1.9747},{4,.1,3.7852},{4,.05,3.8797},{4,.02,3.9479},{4,.005,3.9864},{10,.05,9.3066}};
    for (int[] r : new int[][]{{96,64},{144,96},{216,144}}) for (double[] c : t) {
      long t0=System.nanoTime();
      DensitySolution s=StationaryDensity.solve(Examples.ring(c[0],c[1]),DensityMethod.AUTO,new Resolution(r[0],r[1]));
      var m=s.quantities().get("selection_exponent");
      System.out.printf("%d k=%g D=%g e=%.6f ref %.4f diff %.1e est %.1e  %.0f ms%n",r[0],c[0],c[1],m.value(),c[2],m.value()-c[2],m.standardError(),(System.nanoTime()-t0)/1e6);
    }
    for (double d: new double[]{.01,.1}) { DensitySolution s=StationaryDensity.solve(Examples.bump(10,d),DensityMethod.AUTO,Resolution.DEFAULT);
      System.out.println(s.quantities()+" "+s.notes()); 
      s=StationaryDensity.solve(Examples.bump(10,d),DensityMethod.QUADRATURE,Resolution.DEFAULT);
      System.out.println(s.quantities()+" "+s.notes()); }
  }
}
