package org.thalweg.spark;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.thalweg.measure.Progress;
import org.thalweg.refusal.Refusal;
import org.thalweg.sweep.Engine;
import org.thalweg.sweep.LocalEngine;
import org.thalweg.sweep.StoredCell;
import scala.Function1;
import scala.Function2;
import scala.collection.Iterator;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * The executors of a Spark cluster. A cell is one task, or some cells where there are very many, and the threads of an
 * executor help its last cells ({@link ExecutorCrew}); Spark gives the tasks of an executor that is lost to others. Lines come in as soon as their tasks are done and go to the journal of this
 * process, so that it can be killed too.
 *
 * @param request {@link org.thalweg.sweep.SweepRequest#json}
 * @param master where the cluster is reached; empty where {@code spark-submit} says it
 */
record SparkEngine(String request, Optional<String> master) implements Engine {
    /** Tasks that a driver keeps track of without effort: each takes it some kilobytes and a millisecond. */
    private static final int MOST_TASKS = 20_000;

    @Override
    public void run(List<Integer> cells, Task task, Progress progress, Sink sink) {
        if (cells.isEmpty()) {
            return;
        }
        List<Integer> order = LocalEngine.order(cells, task, Runtime.getRuntime().availableProcessors());
        SparkConf conf = configuration();
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            spark.setLogLevel("ERROR");
            int tasks = Math.min(order.size(), MOST_TASKS);
            JavaRDD<CellLines.Line> lines =
                    spark.parallelize(order, tasks).mapPartitions(new CellLines(request, task.falseAlarm()));
            AtomicInteger done = new AtomicInteger();
            collect(spark, lines, found -> {
                for (CellLines.Line line : found) {
                    add(line, sink);
                    progress.done((double) done.incrementAndGet() / order.size());
                }
            });
        }
    }

    private SparkConf configuration() {
        SparkConf conf = new SparkConf();
        master.ifPresent(conf::setMaster);
        if (!conf.contains("spark.master")) {
            throw new Refusal("option --engine spark: no master; give --master spark://HOST:7077, or run by"
                    + " spark-submit");
        }
        conf.setIfMissing("spark.app.name", "thalweg sweep");
        conf.setIfMissing("spark.ui.enabled", "false");
        conf.setIfMissing("spark.executor.extraJavaOptions", ExecutorOptions.all());
        // spark-submit has put the archive that it was given there.
        String given = conf.get("spark.jars", "");
        conf.setJars(Stream.concat(Stream.of(given.split(",")).filter(jar -> !jar.isEmpty()), Archives.all().stream())
                .distinct().toArray(String[]::new));
        return conf;
    }

    private static void add(CellLines.Line line, Sink sink) {
        if (line.json() == null) {
            sink.failed(line.failure());
        } else {
            sink.finished(line.cell(), StoredCell.parse(line.json()).orElseThrow());
        }
    }

    /** Told the lines of each task, in this process, one task at a time. */
    private interface Tasks {
        void done(List<CellLines.Line> lines);
    }

    private static void collect(JavaSparkContext spark, JavaRDD<CellLines.Line> lines, Tasks told) {
        ClassTag<CellLines.Line[]> tag = ClassTag$.MODULE$.apply(CellLines.Line[].class);
        Function1<Iterator<CellLines.Line>, CellLines.Line[]> all =
                (Function1<Iterator<CellLines.Line>, CellLines.Line[]> & Serializable) SparkEngine::array;
        Function2<Object, CellLines.Line[], BoxedUnit> handler = (partition, found) -> {
            told.done(List.of(found));
            return BoxedUnit.UNIT;
        };
        try {
            spark.sc().runJob(lines.rdd(), all, handler, tag);
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("the sweep was interrupted");
            }
            throw e;
        }
    }

    private static CellLines.Line[] array(Iterator<CellLines.Line> lines) {
        return CollectionConverters.asJava(lines.toSeq()).toArray(CellLines.Line[]::new);
    }
}
