import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.StopFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.id.IndonesianStemFilter;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.synonym.SolrSynonymParser;
import org.apache.lucene.analysis.synonym.SynonymGraphFilter;
import org.apache.lucene.analysis.synonym.SynonymMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Index the documents of an export with its analysers in Lucene, and print the first three pages for each query. */
public class Muat {
    static final Map<String, Float> MEDAN = Map.of("halaman", 4f, "judul", 3f, "alias", 3f, "sitasi", 3f, "teks", 1f);

    public static void main(String[] args) throws Exception {
        Path dir = Path.of(args[0]);
        CharArraySet henti = new CharArraySet(Files.readAllLines(dir.resolve("henti.txt")), false);
        SynonymMap istilah = synonyms(dir.resolve("istilah.txt"), analyzer(henti, null, false));
        Map<String, Analyzer> kata = Map.of("sitasi", analyzer(CharArraySet.EMPTY_SET, null, false));
        Analyzer isi = new PerFieldAnalyzerWrapper(analyzer(henti, null, true), kata);
        Analyzer cari = new PerFieldAnalyzerWrapper(analyzer(henti, istilah, true), kata);
        ByteBuffersDirectory indeks = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(indeks, new IndexWriterConfig(isi))) {
            for (String[] baris : rows(dir.resolve("dokumen.tsv"))) {
                writer.addDocument(document(baris));
            }
        }
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(indeks));
        System.out.println(searcher.getIndexReader().numDocs());
        for (String[] baris : rows(dir.resolve("kueri.tsv"))) {
            LinkedHashSet<String> halaman = new LinkedHashSet<>();
            for (ScoreDoc satu : searcher.search(query(cari, baris[0]), 50).scoreDocs) {
                halaman.add(searcher.doc(satu.doc).get("url"));
            }
            System.out.println(String.join("\t", new ArrayList<>(halaman).subList(0, Math.min(3, halaman.size()))));
        }
    }

    /** The chain that the exported index declares: lowercase, own stop words, perhaps synonyms, the Indonesian stemmer. */
    static Analyzer analyzer(CharArraySet henti, SynonymMap istilah, boolean akar) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String medan) {
                Tokenizer tokenizer = new StandardTokenizer();
                TokenStream kata = new StopFilter(new LowerCaseFilter(tokenizer), henti);
                kata = istilah == null ? kata : new SynonymGraphFilter(kata, istilah, true);
                return new TokenStreamComponents(tokenizer, akar ? new IndonesianStemFilter(kata) : kata);
            }
        };
    }

    /** As the engine does it: each rule goes through the filters before it, and a rule that they empty is an error. */
    static SynonymMap synonyms(Path path, Analyzer sebelum) throws Exception {
        SolrSynonymParser parser = new SolrSynonymParser(true, true, sebelum);
        parser.parse(new StringReader(Files.readString(path)));
        return parser.build();
    }

    static Document document(String[] baris) {
        Document doc = new Document();
        doc.add(new StringField("url", baris[0], Field.Store.YES));
        String[] nama = {"halaman", "judul", "alias", "sitasi", "teks"};
        for (int n = 0; n < nama.length; n++) {
            doc.add(new TextField(nama[n], baris[n + 1], Field.Store.NO));
        }
        return doc;
    }

    static Query query(Analyzer cari, String teks) {
        QueryBuilder builder = new QueryBuilder(cari);
        List<Query> semua = new ArrayList<>();
        MEDAN.forEach((medan, bobot) -> {
            Query satu = builder.createBooleanQuery(medan, teks);
            if (satu != null) {
                semua.add(new BoostQuery(satu, bobot));
            }
        });
        return new DisjunctionMaxQuery(semua, 0.3f);
    }

    static List<String[]> rows(Path path) throws Exception {
        List<String[]> hasil = new ArrayList<>();
        for (String baris : Files.readAllLines(path)) {
            hasil.add(baris.split("\t", -1));
        }
        return hasil;
    }
}
